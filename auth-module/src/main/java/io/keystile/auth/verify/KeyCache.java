package io.keystile.auth.verify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.store.ChangeListener;
import io.keystile.auth.store.Changes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the store said, by the full digest. Bounded in number and age; a change empties the
 * entry before its author hears that it is done, and an answer that was on its way from the store
 * at that time is not kept. Safe for several threads.
 */
@Singleton
final class KeyCache implements ChangeListener {

  private final KeyTable found;
  private final RecentKeys recent;
  private final Clock clock;
  private final Cache<KeyDigest, Boolean> unknown;
  private final ConcurrentHashMap<KeyDigest, CompletableFuture<@Nullable KnownKey>> loading =
      new ConcurrentHashMap<>();
  private final ConcurrentHashMap<KeyDigest, KeyDigest> aliases = new ConcurrentHashMap<>();
  private final AtomicLong changesSeen = new AtomicLong();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private volatile boolean counted;

  @Inject
  KeyCache(CacheConfiguration configuration, Changes changes, Clock clock) {
    this(configuration, changes, clock, Ticker.systemTicker());
  }

  KeyCache(CacheConfiguration configuration, Changes changes, Clock clock, Ticker ticker) {
    this.clock = clock;
    this.found = new KeyTable(configuration.size(), configuration.maxAge().toMillis());
    this.recent = new RecentKeys(configuration.size());
    this.unknown =
        Caffeine.newBuilder()
            .ticker(ticker)
            .maximumSize(configuration.unknownSize())
            .expireAfterWrite(configuration.unknownMaxAge())
            .build();
    changes.subscribe(this);
  }

  /**
   * The key, when it is at hand.
   *
   * @param now in milliseconds since the epoch
   */
  @Nullable KnownKey findCached(KeyDigest digest, long now) {
    return countHit(found.find(digest, now));
  }

  /**
   * The same without a digest, which takes longer than all else: for a key that was found by it
   * before, if it is not too long ago.
   */
  @Nullable KnownKey findRecent(KeySecret presented, long now) {
    KnownKey key = recent.find(presented);
    return key != null && found.has(key, now) ? countHit(key) : null;
  }

  /** Lets the key, which was just found by its digest, be found by its text next time. */
  void keepRecent(KeySecret presented, KnownKey key) {
    recent.keep(presented, key);
  }

  private @Nullable KnownKey countHit(@Nullable KnownKey key) {
    if (counted && key != null) {
      hits.increment();
    }
    return key;
  }

  /** Whether the store said a moment ago that there is no such key. */
  boolean isKnownUnknown(KeyDigest digest) {
    boolean known = unknown.getIfPresent(digest) != null;
    if (counted && known) {
      hits.increment();
    }
    return known;
  }

  /**
   * Asks the store once for all who wait for the same key. The answer is null when there is none;
   * it fails when the store could not be asked, and then nothing is kept.
   */
  CompletableFuture<@Nullable KnownKey> load(
      KeyDigest digest, Supplier<@Nullable KnownKey> store, Executor executor) {
    if (counted) {
      misses.increment();
    }
    CompletableFuture<@Nullable KnownKey> mine = new CompletableFuture<>();
    CompletableFuture<@Nullable KnownKey> other = loading.putIfAbsent(digest, mine);
    if (other != null) {
      return other;
    }
    // Whoever asked before may have been answered since this caller looked.
    KnownKey kept = found.find(digest, clock.millis());
    if (kept != null) {
      loading.remove(digest, mine);
      mine.complete(kept);
      return mine;
    }
    long seen = changesSeen.get();
    try {
      executor.execute(() -> ask(digest, mine, seen, store));
    } catch (RejectedExecutionException e) {
      settle(digest, mine, seen, null, e);
    }
    return mine;
  }

  private void ask(
      KeyDigest digest,
      CompletableFuture<@Nullable KnownKey> mine,
      long seen,
      Supplier<@Nullable KnownKey> store) {
    try {
      settle(digest, mine, seen, store.get(), null);
    } catch (RuntimeException | Error e) {
      settle(digest, mine, seen, null, e);
    }
  }

  /** Forgets the key, unless another answer of the store has taken its place. */
  void drop(KeyDigest digest, KnownKey key) {
    found.remove(digest, key);
  }

  /** Says that the row under the one digest is cached under the other. */
  void alias(KeyDigest stored, KeyDigest cached) {
    aliases.put(stored, cached);
  }

  void removeAlias(KeyDigest stored) {
    aliases.remove(stored);
  }

  private void settle(
      KeyDigest digest,
      CompletableFuture<@Nullable KnownKey> mine,
      long seen,
      @Nullable KnownKey key,
      @Nullable Throwable fault) {
    loading.computeIfPresent(
        digest,
        (same, current) -> {
          if (current != mine) {
            return current;
          }
          if (fault == null && changesSeen.get() == seen) {
            keep(digest, key);
          }
          return null;
        });
    if (fault == null) {
      mine.complete(key);
    } else {
      mine.completeExceptionally(fault);
    }
  }

  private void keep(KeyDigest digest, @Nullable KnownKey key) {
    if (key == null) {
      unknown.put(digest, Boolean.TRUE);
    } else {
      found.put(key, clock.millis());
    }
  }

  @Override
  public void changed(Collection<KeyDigest> digests) {
    changesSeen.incrementAndGet();
    for (KeyDigest digest : digests) {
      forget(aliases.getOrDefault(digest, digest));
    }
  }

  @Override
  public void everythingChanged() {
    changesSeen.incrementAndGet();
    loading.clear();
    found.clear();
    unknown.invalidateAll();
  }

  void beginToCount() {
    counted = true;
  }

  long hits() {
    return hits.sum();
  }

  long misses() {
    return misses.sum();
  }

  long size() {
    return found.size();
  }

  private void forget(KeyDigest digest) {
    loading.compute(
        digest,
        (same, current) -> {
          found.remove(digest, null);
          unknown.invalidate(digest);
          return null;
        });
  }
}
