package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyDigests;
import io.keystile.auth.keys.KeyImport;
import io.keystile.auth.keys.KeyImporter;
import io.keystile.auth.keys.KeyRotation;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.store.Changes;
import io.keystile.auth.store.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is there is never said to be absent, whatever happens while it is read. */
class PresentKeysTest {

  @TempDir Path folder;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private TestStore store;
  private Runnable whileReading = () -> {};
  private PresentKeys present;
  private IssuedKey key;

  @BeforeEach
  void open() {
    store = TestStore.open(folder.resolve("keys.db"));
    key = store.issue("there");
    present = present(page -> store.bean(KeyDigests.class).scan(page));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void knowsNothingAtFirst() {
    assertFalse(isAbsent(unknown()));
    present.read();
    assertFalse(isAbsent(unknown()));
  }

  @Test
  void knowsNothingWhenTheStoreCannotBeRead() {
    PresentKeys failing =
        present(
            page -> {
              throw new StoreUnavailableException("on purpose", new IllegalStateException());
            });
    failing.read();
    runAll();
    assertFalse(failing.isReady(store.clock().millis()));
    failing.read();
    assertEquals(1, waiting.size(), "tries again");
  }

  @Test
  void triesAgainWhenNoThreadTookIt() {
    int[] asked = new int[1];
    PresentKeys refused =
        new PresentKeys(
            () -> 1,
            page -> {},
            store.bean(Changes.class),
            work -> {
              asked[0]++;
              throw new RejectedExecutionException();
            },
            store.clock());
    refused.read();
    refused.read();
    assertEquals(2, asked[0]);
  }

  @Test
  void forgetsAllWhenAnythingMayHaveChangedMeanwhile() {
    whileReading = () -> store.bean(Changes.class).publishEverything();
    read();
    assertFalse(isReady());
    assertFalse(isAbsent(unknown()));
  }

  @Test
  void forgetsAllWhenAnythingMayHaveChangedLater() {
    read();
    assertTrue(isAbsent(unknown()));
    store.bean(Changes.class).publishEverything();
    assertFalse(isAbsent(unknown()));
    read();
    assertTrue(isAbsent(unknown()));
  }

  @Test
  void holdsAKeyMadeWhileItReads() {
    IssuedKey[] late = new IssuedKey[1];
    whileReading = () -> late[0] = store.issue("late");
    read();
    assertTrue(isReady());
    assertFalse(isAbsent(late[0].secret()));
  }

  @Test
  void holdsBothSecretsOfAKeyRotatedWhileItReads() {
    IssuedKey[] rotated = new IssuedKey[1];
    whileReading = () -> rotated[0] = rotate();
    read();
    assertTrue(isReady());
    assertFalse(isAbsent(key.secret()));
    assertFalse(isAbsent(rotated[0].secret()));
  }

  @Test
  void holdsBothSecretsOfAKeyRotatedBefore() {
    IssuedKey rotated = rotate();
    read();
    assertFalse(isAbsent(key.secret()));
    assertFalse(isAbsent(rotated.secret()));
  }

  @Test
  void holdsWhatWasThereAndWhatComesLater() {
    store.keys().disable(key.key().id());
    read();
    assertTrue(isAbsent(unknown()));
    assertFalse(isAbsent(key.secret()));
    assertFalse(isAbsent(store.issue("later").secret()));
    assertFalse(isAbsent(rotateAnother().secret()));
  }

  @Test
  void holdsAnImport() {
    read();
    List<String> keys = imported(500);
    assertTrue(isReady());
    assertTrue(keys.stream().noneMatch(text -> isAbsent(KeySecret.of(text))));
  }

  @Test
  void forgetsAllWhenItHoldsTooMuch() {
    read();
    List<String> keys = imported(10_000);
    assertFalse(isReady());
    assertTrue(keys.stream().noneMatch(text -> isAbsent(KeySecret.of(text))));
    read();
    assertTrue(isReady());
    assertTrue(keys.stream().noneMatch(text -> isAbsent(KeySecret.of(text))));
    assertTrue(isAbsent(unknown()));
  }

  @Test
  void forgetsAllAfterAMinute() {
    read();
    store.clock().advance(Duration.ofMillis(59_999));
    assertTrue(isAbsent(unknown()));
    store.clock().advance(Duration.ofMillis(1));
    assertFalse(isAbsent(unknown()));
  }

  @Test
  void readsOnceForAll() {
    present.read();
    present.read();
    assertEquals(1, waiting.size());
    runAll();
    present.read();
    assertEquals(0, waiting.size());
  }

  private PresentKeys present(Consumer<Predicate<List<KeyDigest>>> scan) {
    return new PresentKeys(
        store.bean(KeyDigests.class)::count,
        page -> {
          scan.accept(page);
          whileReading.run();
        },
        store.bean(Changes.class),
        waiting::add,
        store.clock());
  }

  private void read() {
    present.read();
    runAll();
  }

  private void runAll() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private boolean isReady() {
    return present.isReady(store.clock().millis());
  }

  private boolean isAbsent(KeySecret secret) {
    return present.isAbsent(store.bean(KeyHasher.class).digest(secret), store.clock().millis());
  }

  private KeySecret unknown() {
    return store.bean(KeyGenerator.class).generate("ks_");
  }

  private IssuedKey rotate() {
    return store.bean(KeyRotation.class).rotate(key.key().id(), Duration.ofHours(1));
  }

  private IssuedKey rotateAnother() {
    IssuedKey other = store.issue("another");
    return store.bean(KeyRotation.class).rotate(other.key().id(), Duration.ofHours(1));
  }

  private List<String> imported(int number) {
    List<String> keys =
        IntStream.range(0, number).mapToObj(i -> "imported-key-number-" + i).toList();
    store.bean(KeyImporter.class).importKeys(keys, new KeyImport("old", null, false));
    return keys;
  }
}
