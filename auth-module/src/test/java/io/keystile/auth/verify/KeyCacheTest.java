package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.Changes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Races are played out in a fixed order: a look-up runs when the test says so. */
class KeyCacheTest {

  private static final KeyDigest DIGEST = digest(1);
  private static final KeyDigest OTHER = digest(2);
  private static final StoredKey KEY = key("first");
  private static final StoredKey CHANGED = key("changed");

  @TempDir static Path folder;
  private static TestStore store;

  private final AtomicLong nanos = new AtomicLong();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final Executor later = waiting::add;
  private KeyCache cache;

  @BeforeAll
  static void open() {
    store = TestStore.open(folder.resolve("keys.db"));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void makeCache() {
    cache = cache(new CacheConfiguration(100, Duration.ofMinutes(1), 100, Duration.ofSeconds(5)));
  }

  @Test
  void keepsNothingThatWasReadBeforeTheKeyChanged() {
    CompletableFuture<@Nullable StoredKey> first =
        cache.load(DIGEST, () -> afterwards(KEY, DIGEST), later);
    run();
    assertSame(KEY, first.join());
    assertNull(cache.findCached(DIGEST));
  }

  @Test
  void keepsNothingThatWasAskedForBeforeTheKeyChanged() {
    CompletableFuture<@Nullable StoredKey> first = cache.load(DIGEST, () -> CHANGED, later);
    cache.changed(List.of(DIGEST));
    run();
    assertSame(CHANGED, first.join());
    assertNull(cache.findCached(DIGEST));
  }

  @Test
  void asksAgainForACallThatBeginsAfterTheChange() {
    CompletableFuture<@Nullable StoredKey> before = cache.load(DIGEST, () -> KEY, later);
    cache.changed(List.of(DIGEST));
    CompletableFuture<@Nullable StoredKey> after = cache.load(DIGEST, () -> CHANGED, later);
    assertNotSame(before, after);
    run();
    assertSame(CHANGED, after.join());
    assertSame(CHANGED, cache.findCached(DIGEST));
  }

  @Test
  void keepsTheNewerAnswerWhenTheOlderComesLast() {
    CompletableFuture<@Nullable StoredKey> before = cache.load(DIGEST, () -> KEY, later);
    Runnable slow = waiting.remove();
    cache.changed(List.of(DIGEST));
    CompletableFuture<@Nullable StoredKey> after = cache.load(DIGEST, () -> CHANGED, later);
    run();
    slow.run();
    assertSame(KEY, before.join());
    assertSame(CHANGED, after.join());
    assertSame(CHANGED, cache.findCached(DIGEST));
  }

  @Test
  void keepsNothingThatWasReadBeforeEverythingChanged() {
    CompletableFuture<@Nullable StoredKey> first =
        cache.load(
            DIGEST,
            () -> {
              cache.everythingChanged();
              return KEY;
            },
            later);
    run();
    assertSame(KEY, first.join());
    assertNull(cache.findCached(DIGEST));
  }

  @Test
  void asksAgainForACallThatBeginsAfterEverythingChanged() {
    CompletableFuture<@Nullable StoredKey> before = cache.load(DIGEST, () -> KEY, later);
    cache.everythingChanged();
    assertNotSame(before, cache.load(DIGEST, () -> CHANGED, later));
  }

  @Test
  void doesNotRememberAsUnknownWhatWasMadeMeanwhile() {
    CompletableFuture<@Nullable StoredKey> first =
        cache.load(DIGEST, () -> afterwards(null, DIGEST), later);
    run();
    assertNull(first.join());
    assertFalse(cache.isKnownUnknown(DIGEST));
  }

  @Test
  void forgetsAnUnknownKeyThatIsMade() {
    load(DIGEST, null);
    assertTrue(cache.isKnownUnknown(DIGEST));
    cache.changed(List.of(DIGEST));
    assertFalse(cache.isKnownUnknown(DIGEST));
  }

  @Test
  void forgetsOnlyTheKeyThatChanged() {
    load(DIGEST, KEY);
    load(OTHER, CHANGED);
    cache.changed(List.of(DIGEST));
    assertNull(cache.findCached(DIGEST));
    assertSame(CHANGED, cache.findCached(OTHER));
  }

  @Test
  void forgetsAKeyThatIsStoredUnderAnOlderDigest() {
    cache.alias(OTHER, DIGEST);
    load(DIGEST, KEY);
    cache.changed(List.of(OTHER));
    assertNull(cache.findCached(DIGEST));
  }

  @Test
  void keepsNothingWhenTheStoreFails() {
    CompletableFuture<@Nullable StoredKey> first = cache.load(DIGEST, KeyCacheTest::fail, later);
    CompletableFuture<@Nullable StoredKey> second = cache.load(DIGEST, () -> KEY, later);
    assertSame(first, second);
    run();
    assertThrows(CompletionException.class, first::join);
    assertNull(cache.findCached(DIGEST));
    assertFalse(cache.isKnownUnknown(DIGEST));
    assertSame(KEY, load(DIGEST, KEY));
  }

  @Test
  void failsWhenNobodyCanAskTheStore() {
    Executor full =
        work -> {
          throw new RejectedExecutionException("full");
        };
    CompletableFuture<@Nullable StoredKey> first = cache.load(DIGEST, () -> KEY, full);
    assertThrows(CompletionException.class, first::join);
    assertSame(KEY, load(DIGEST, KEY));
  }

  @Test
  void asksOnceForAllWhoWait() {
    CompletableFuture<@Nullable StoredKey> first = cache.load(DIGEST, () -> KEY, later);
    assertSame(first, cache.load(DIGEST, KeyCacheTest::fail, later));
    assertEquals(1, waiting.size());
    run();
    assertSame(KEY, first.join());
  }

  @Test
  void keepsAKeyForItsAgeAndNoLonger() {
    load(DIGEST, KEY);
    nanos.set(Duration.ofMinutes(1).toNanos() - 1);
    assertSame(KEY, cache.findCached(DIGEST));
    nanos.incrementAndGet();
    assertNull(cache.findCached(DIGEST));
  }

  @Test
  void keepsAnUnknownKeyForItsAgeAndNoLonger() {
    load(DIGEST, null);
    nanos.set(Duration.ofSeconds(5).toNanos() - 1);
    assertTrue(cache.isKnownUnknown(DIGEST));
    nanos.incrementAndGet();
    assertFalse(cache.isKnownUnknown(DIGEST));
  }

  @Test
  void keepsNothingWhenItsAgesAreZero() {
    cache = cache(new CacheConfiguration(100, Duration.ZERO, 100, Duration.ZERO));
    load(DIGEST, KEY);
    load(OTHER, null);
    assertNull(cache.findCached(DIGEST));
    assertFalse(cache.isKnownUnknown(OTHER));
  }

  private @Nullable StoredKey load(KeyDigest digest, @Nullable StoredKey answer) {
    return cache.load(digest, () -> answer, Runnable::run).join();
  }

  private @Nullable StoredKey afterwards(@Nullable StoredKey answer, KeyDigest changed) {
    cache.changed(List.of(changed));
    return answer;
  }

  private void run() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private KeyCache cache(CacheConfiguration configuration) {
    return new KeyCache(configuration, store.bean(Changes.class), nanos::get);
  }

  private static StoredKey fail() {
    throw new IllegalStateException("the store is gone");
  }

  private static StoredKey key(String name) {
    ApiKey key = new ApiKey(new ApiKeyId("key_1"), name, "…", null, Scopes.ALL, Map.of());
    return StoredKey.withoutRules(key);
  }

  private static KeyDigest digest(int last) {
    byte[] bytes = new byte[KeyDigest.LENGTH];
    bytes[KeyDigest.LENGTH - 1] = (byte) last;
    return KeyDigest.of(bytes);
  }
}
