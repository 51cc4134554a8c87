package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.store.Store;
import io.keystile.auth.store.StoreTransactions;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyDigestsTest {

  @TempDir Path folder;
  private TestStore store;
  private KeyDigests digests;

  @BeforeEach
  void open() {
    store = TestStore.open(folder.resolve("keys.db"));
    digests =
        new KeyDigests(
            store.context().getBean(JdbcOperations.class, Qualifiers.byName(Store.NAME)),
            store.bean(StoreTransactions.class),
            3);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void findsNoneInAnEmptyStore() {
    assertEquals(Set.of(), scan());
    assertEquals(0, digests.count());
  }

  @Test
  void stopsWhenNoMoreIsWanted() {
    issue(7);
    List<Integer> sizes = new ArrayList<>();
    digests.scan(
        page -> {
          sizes.add(page.size());
          return sizes.size() < 2;
        });
    assertEquals(List.of(3, 3), sizes);
  }

  @Test
  void handsOutAllOverSeveralPages() {
    Set<KeyDigest> expected = new HashSet<>();
    for (IssuedKey key : issue(6)) {
      IssuedKey rotated = rotate(key);
      expected.add(digest(key));
      expected.add(digest(rotated));
    }
    assertEquals(expected, scan());
    assertEquals(6, digests.count());
  }

  @Test
  void missesNoSecretThatIsRotatedMeanwhile() {
    List<IssuedKey> keys = issue(5);
    Set<KeyDigest> found = new HashSet<>();
    List<IssuedKey> left = new ArrayList<>(keys);
    digests.scan(
        page -> {
          found.addAll(page);
          left.forEach(this::rotate);
          left.clear();
          return true;
        });
    assertTrue(keys.stream().allMatch(key -> found.contains(digest(key))));
  }

  private Set<KeyDigest> scan() {
    Set<KeyDigest> found = new HashSet<>();
    digests.scan(
        page -> {
          found.addAll(page);
          return true;
        });
    return found;
  }

  private List<IssuedKey> issue(int number) {
    List<IssuedKey> keys = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      keys.add(store.issue("key " + i));
    }
    return keys;
  }

  private IssuedKey rotate(IssuedKey key) {
    return store.bean(KeyRotation.class).rotate(key.key().id(), Duration.ofHours(1));
  }

  private KeyDigest digest(IssuedKey key) {
    return store.bean(KeyHasher.class).digest(key.secret());
  }
}
