package io.keystile.auth.verify;

import jakarta.inject.Singleton;

/**
 * How well the cache of keys does. Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class CacheFigures {

  private final KeyCache cache;

  CacheFigures(KeyCache cache) {
    this.cache = cache;
  }

  /** Begins to count: nothing is counted before. */
  public void watch() {
    cache.beginToCount();
  }

  /** How many look-ups were answered from memory. */
  public long hits() {
    return cache.hits();
  }

  /** How many look-ups had to go to the store. */
  public long misses() {
    return cache.misses();
  }

  /** About how many keys are kept. */
  public long size() {
    return cache.size();
  }
}
