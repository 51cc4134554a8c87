package io.keystile.auth.verify;

import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.limit.RatePlace;
import io.keystile.auth.limit.Tracked;
import io.keystile.auth.usage.KeyUse;
import org.jspecify.annotations.Nullable;

/** A key of the cache with its counters, so that counting needs no look-up. */
final class KnownKey implements RatePlace {

  private final StoredKey key;
  private final KeyUse use;
  private volatile @Nullable Tracked tracked;

  /**
   * @param key what the checks need to know
   * @param use counts what is accepted
   */
  KnownKey(StoredKey key, KeyUse use) {
    this.key = key;
    this.use = use;
  }

  StoredKey key() {
    return key;
  }

  KeyUse use() {
    return use;
  }

  @Override
  public @Nullable Tracked tracked() {
    return tracked;
  }

  @Override
  public void keep(Tracked next) {
    tracked = next;
  }
}
