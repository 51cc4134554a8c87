package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestClock;
import io.keystile.auth.TestStore;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.Changes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
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
  @TempDir static Path folder;
  private static TestStore store;

  private final KnownKey first = key("first");
  private final KnownKey changed = key("changed");
  private final TestClock clock = new TestClock();
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
    CompletableFuture<@Nullable KnownKey> asked =
        cache.load(DIGEST, () -> afterwards(first, DIGEST), later);
    run();
    assertSame(first, asked.join());
    assertNull(findCached(DIGEST));
  }

  @Test
  void keepsNothingThatWasAskedForBeforeTheKeyChanged() {
    CompletableFuture<@Nullable KnownKey> asked = cache.load(DIGEST, () -> changed, later);
    cache.changed(List.of(DIGEST));
    run();
    assertSame(changed, asked.join());
    assertNull(findCached(DIGEST));
  }

  @Test
  void asksAgainForACallThatBeginsAfterTheChange() {
    CompletableFuture<@Nullable KnownKey> before = cache.load(DIGEST, () -> first, later);
    cache.changed(List.of(DIGEST));
    CompletableFuture<@Nullable KnownKey> after = cache.load(DIGEST, () -> changed, later);
    assertNotSame(before, after);
    run();
    assertSame(changed, after.join());
    assertSame(changed, findCached(DIGEST));
  }

  @Test
  void keepsTheNewerAnswerWhenTheOlderComesLast() {
    CompletableFuture<@Nullable KnownKey> before = cache.load(DIGEST, () -> first, later);
    Runnable slow = waiting.remove();
    cache.changed(List.of(DIGEST));
    CompletableFuture<@Nullable KnownKey> after = cache.load(DIGEST, () -> changed, later);
    run();
    slow.run();
    assertSame(first, before.join());
    assertSame(changed, after.join());
    assertSame(changed, findCached(DIGEST));
  }

  @Test
  void keepsNothingThatWasReadBeforeEverythingChanged() {
    CompletableFuture<@Nullable KnownKey> asked =
        cache.load(
            DIGEST,
            () -> {
              cache.everythingChanged();
              return first;
            },
            later);
    run();
    assertSame(first, asked.join());
    assertNull(findCached(DIGEST));
  }

  @Test
  void asksAgainForACallThatBeginsAfterEverythingChanged() {
    CompletableFuture<@Nullable KnownKey> before = cache.load(DIGEST, () -> first, later);
    cache.everythingChanged();
    assertNotSame(before, cache.load(DIGEST, () -> changed, later));
  }

  @Test
  void doesNotRememberAsUnknownWhatWasMadeMeanwhile() {
    CompletableFuture<@Nullable KnownKey> asked =
        cache.load(DIGEST, () -> afterwards(null, DIGEST), later);
    run();
    assertNull(asked.join());
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
    load(DIGEST, first);
    KnownKey other = key(OTHER, "other");
    load(OTHER, other);
    cache.changed(List.of(DIGEST));
    assertNull(findCached(DIGEST));
    assertSame(other, findCached(OTHER));
  }

  @Test
  void forgetsAKeyThatIsStoredUnderAnOlderDigest() {
    cache.alias(OTHER, DIGEST);
    load(DIGEST, first);
    cache.changed(List.of(OTHER));
    assertNull(findCached(DIGEST));
  }

  @Test
  void keepsNothingWhenTheStoreFails() {
    CompletableFuture<@Nullable KnownKey> asked = cache.load(DIGEST, KeyCacheTest::fail, later);
    CompletableFuture<@Nullable KnownKey> second = cache.load(DIGEST, () -> first, later);
    assertSame(asked, second);
    run();
    assertThrows(CompletionException.class, asked::join);
    assertNull(findCached(DIGEST));
    assertFalse(cache.isKnownUnknown(DIGEST));
    assertSame(first, load(DIGEST, first));
  }

  @Test
  void failsWhenNobodyCanAskTheStore() {
    Executor full =
        work -> {
          throw new RejectedExecutionException("full");
        };
    CompletableFuture<@Nullable KnownKey> asked = cache.load(DIGEST, () -> first, full);
    assertThrows(CompletionException.class, asked::join);
    assertSame(first, load(DIGEST, first));
  }

  @Test
  void asksOnceForAllWhoWait() {
    CompletableFuture<@Nullable KnownKey> asked = cache.load(DIGEST, () -> first, later);
    assertSame(asked, cache.load(DIGEST, KeyCacheTest::fail, later));
    assertEquals(1, waiting.size());
    run();
    assertSame(first, asked.join());
  }

  @Test
  void keepsAKeyForItsAgeAndNoLonger() {
    load(DIGEST, first);
    clock.advance(Duration.ofMillis(59_999));
    assertSame(first, findCached(DIGEST));
    clock.advance(Duration.ofMillis(1));
    assertNull(findCached(DIGEST));
  }

  @Test
  void keepsNoKeyForLongWhenTheClockIsSetBack() {
    load(DIGEST, first);
    clock.advance(Duration.ofMillis(-59_999));
    assertSame(first, findCached(DIGEST));
    clock.advance(Duration.ofMillis(-1));
    assertNull(findCached(DIGEST));
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
    load(DIGEST, first);
    load(OTHER, null);
    assertNull(findCached(DIGEST));
    assertFalse(cache.isKnownUnknown(OTHER));
  }

  private @Nullable KnownKey findCached(KeyDigest digest) {
    return cache.findCached(digest, clock.millis());
  }

  private @Nullable KnownKey load(KeyDigest digest, @Nullable KnownKey answer) {
    return cache.load(digest, () -> answer, Runnable::run).join();
  }

  private @Nullable KnownKey afterwards(@Nullable KnownKey answer, KeyDigest digest) {
    cache.changed(List.of(digest));
    return answer;
  }

  private void run() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private KeyCache cache(CacheConfiguration configuration) {
    return new KeyCache(configuration, store.bean(Changes.class), clock, nanos::get);
  }

  private static KnownKey fail() {
    throw new IllegalStateException("the store is gone");
  }

  private static KnownKey key(String name) {
    return key(DIGEST, name);
  }

  private static KnownKey key(KeyDigest digest, String name) {
    return KnownKeys.of(store, digest, name);
  }

  private static KeyDigest digest(int last) {
    byte[] bytes = new byte[KeyDigest.LENGTH];
    bytes[KeyDigest.LENGTH - 1] = (byte) last;
    return KeyDigest.of(bytes);
  }
}
