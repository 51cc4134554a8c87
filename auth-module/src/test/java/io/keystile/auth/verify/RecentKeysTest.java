package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeySecret;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentKeysTest {

  @TempDir static Path folder;
  private static TestStore store;

  @BeforeAll
  static void open() {
    store = TestStore.open(folder.resolve("keys.db"));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void findsAKeyByItsTextAndByNoOther() {
    RecentKeys keys = new RecentKeys(100);
    KeySecret text = KeySecret.of("a-key-of-thirty-characters-000");
    assertNull(keys.find(text));
    KnownKey key = key(text);
    keys.keep(text, key);
    assertSame(key, keys.find(KeySecret.within("Bearer " + text.exposeText(), 7, 37)));
    List.of(
            "",
            "a-key-of-thirty-characters-00",
            "a-key-of-thirty-characters-0000",
            "a-key-of-thirty-characters-001",
            "a-key-of-thirty-characters-00\u0130",
            "\u0161-key-of-thirty-characters-000")
        .forEach(other -> assertNull(keys.find(KeySecret.of(other)), other));
  }

  @Test
  void putsAKeyThatWasReadAnewInThePlaceOfTheOlder() {
    RecentKeys keys = new RecentKeys(1);
    KeySecret text = KeySecret.of("the-text");
    keys.keep(text, key(text));
    KnownKey newer = key(text);
    keys.keep(text, newer);
    assertSame(newer, keys.find(text));
  }

  @Test
  void findsMostOfAThousand() {
    RecentKeys keys = new RecentKeys(100_000);
    List<KeySecret> texts =
        IntStream.range(0, 1_000).mapToObj(i -> KeySecret.of("key-number-" + i)).toList();
    List<KnownKey> kept = texts.stream().map(RecentKeysTest::key).toList();
    for (int i = 0; i < texts.size(); i++) {
      keys.keep(texts.get(i), kept.get(i));
    }
    int found = 0;
    for (int i = 0; i < texts.size(); i++) {
      KnownKey key = keys.find(texts.get(i));
      found += key == null ? 0 : 1;
      assertTrue(key == null || key == kept.get(i));
    }
    assertTrue(found > 990, found + " of 1,000");
  }

  @Test
  void givesPlacesOfForgottenKeysAwayFirst() {
    RecentKeys keys = new RecentKeys(1);
    for (int i = 0; i < 100; i++) {
      KeySecret text = KeySecret.of("gone-" + i);
      KnownKey key = key(text);
      key.forget();
      keys.keep(text, key);
    }
    List<KeySecret> texts =
        IntStream.range(0, 4).mapToObj(i -> KeySecret.of("known-" + i)).toList();
    for (KeySecret text : texts) {
      keys.keep(text, key(text));
    }
    long found = texts.stream().filter(text -> keys.find(text) != null).count();
    assertTrue(found >= 3, found + " of 4");
  }

  @Test
  void keepsNothingOfAKeyThatHasOtherCharactersThanAscii() {
    RecentKeys keys = new RecentKeys(100);
    KeySecret text = KeySecret.of("schl\u00fcssel");
    keys.keep(text, key(text));
    assertNull(keys.find(text));
  }

  private static KnownKey key(KeySecret text) {
    KnownKey known = KnownKeys.of(store, store.bean(KeyHasher.class).digest(text), "key");
    known.writtenAt(0);
    return known;
  }
}
