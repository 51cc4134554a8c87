package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.keys.EnvironmentKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyDigests;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.store.Changes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownKeysTest {

  private static final String ENVIRONMENT = "a-key-from-the-environment-0123456789";
  private static final String FIRST = "the first pepper of thirty-two or more";
  private static final String SECOND = "the second pepper of thirty-two or more";
  private static final CacheConfiguration CACHE =
      new CacheConfiguration(10, Duration.ofMinutes(1), 10, Duration.ofSeconds(5));

  @TempDir Path folder;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private Duration changesAge = Duration.ZERO;

  @Test
  void isNotSureWhileChangesComeInLate() {
    try (TestStore store = open(Map.of())) {
      UnknownKeys unknown = flooded(store);
      changesAge = Duration.ofSeconds(1);
      assertTrue(isUnknown(store, unknown, other(store)));
      changesAge = Duration.ofMillis(1001);
      assertFalse(isUnknown(store, unknown, other(store)));
    }
  }

  @Test
  void isNotSureOfAKeyFromTheEnvironment() {
    try (TestStore store = open(Map.of("keystile.api-key", ENVIRONMENT))) {
      UnknownKeys unknown = flooded(store);
      assertFalse(isUnknown(store, unknown, KeySecret.of(ENVIRONMENT)));
      assertTrue(isUnknown(store, unknown, KeySecret.of(ENVIRONMENT + "1")));
    }
  }

  @Test
  void isNotSureOfAKeyUnderAnOlderPepper() {
    IssuedKey plain = issue(Map.of());
    IssuedKey first = issue(Map.of("keystile.keys.pepper", FIRST));
    Map<String, Object> both =
        Map.of("keystile.keys.pepper", SECOND, "keystile.keys.older-peppers", FIRST);
    try (TestStore store = open(both)) {
      IssuedKey second = store.issue("second");
      UnknownKeys unknown = flooded(store);
      assertFalse(isUnknown(store, unknown, plain.secret()));
      assertFalse(isUnknown(store, unknown, first.secret()));
      assertFalse(isUnknown(store, unknown, second.secret()));
      assertTrue(isUnknown(store, unknown, other(store)));
    }
  }

  @Test
  void asksForNothingBeforeThereIsAFlood() {
    try (TestStore store = open(Map.of())) {
      UnknownKeys unknown = unknownKeys(store, CACHE);
      miss(store, unknown, UnknownKeys.FLOOD - 1);
      store.clock().advance(Duration.ofSeconds(10));
      miss(store, unknown, UnknownKeys.FLOOD - 1);
      assertEquals(0, waiting.size());
      miss(store, unknown, 1);
      assertEquals(1, waiting.size());
    }
  }

  @Test
  void asksForNothingWhereUnknownKeysAreNotToBeRemembered() {
    try (TestStore store = open(Map.of())) {
      Duration minute = Duration.ofMinutes(1);
      CacheConfiguration none = new CacheConfiguration(10, minute, 0, minute);
      CacheConfiguration never = new CacheConfiguration(10, minute, 10, Duration.ZERO);
      miss(store, unknownKeys(store, none), 2 * UnknownKeys.FLOOD);
      miss(store, unknownKeys(store, never), 2 * UnknownKeys.FLOOD);
      assertEquals(0, waiting.size());
    }
  }

  private UnknownKeys flooded(TestStore store) {
    UnknownKeys unknown = unknownKeys(store, CACHE);
    miss(store, unknown, UnknownKeys.FLOOD);
    waiting.remove().run();
    return unknown;
  }

  private UnknownKeys unknownKeys(TestStore store, CacheConfiguration configuration) {
    KeyDigests digests = store.bean(KeyDigests.class);
    PresentKeys present =
        new PresentKeys(
            digests::count, digests::scan, store.bean(Changes.class), waiting::add, store.clock());
    return new UnknownKeys(
        present,
        store.bean(EnvironmentKeys.class),
        store.bean(KeyHasher.class),
        () -> changesAge,
        configuration);
  }

  private static void miss(TestStore store, UnknownKeys unknown, int times) {
    for (int i = 0; i < times; i++) {
      unknown.missed(store.clock().millis());
    }
  }

  private static boolean isUnknown(TestStore store, UnknownKeys unknown, KeySecret secret) {
    return unknown.isUnknown(
        store.bean(KeyHasher.class).digest(secret), secret, store.clock().millis());
  }

  private static KeySecret other(TestStore store) {
    return store.bean(KeyGenerator.class).generate("ks_");
  }

  private IssuedKey issue(Map<String, Object> settings) {
    try (TestStore store = open(settings)) {
      return store.issue("older");
    }
  }

  private TestStore open(Map<String, Object> settings) {
    return TestStore.open(folder.resolve("keys.db"), settings);
  }
}
