package io.keystile.auth.verify;

import io.keystile.auth.secret.KeyDigest;
import org.jspecify.annotations.Nullable;

/**
 * Known keys by their digest, bounded in number and age. Lean, because there may be a million of
 * them, and a look-up of a key that is there makes no garbage, takes no lock and writes at most one
 * byte. When a stripe is full, a key goes that was not asked for since the hand came by last. Times
 * are milliseconds since the epoch. Safe for several threads.
 */
final class KeyTable {

  private static final int MAX_STRIPES = 64;

  /** With fewer keys in a stripe their uneven share of it would cost too many of them. */
  private static final int KEYS_PER_STRIPE = 32;

  private final KeyStripe[] stripes;
  private final long maxAge;

  KeyTable(long size, long maxAge) {
    int wanted = (int) Math.min(MAX_STRIPES, Math.max(1, size / KEYS_PER_STRIPE));
    this.stripes = new KeyStripe[Integer.highestOneBit(wanted)];
    int each = (int) Math.min(KeyStripe.MAX, size / stripes.length);
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = new KeyStripe(each);
    }
    this.maxAge = maxAge;
  }

  @Nullable KnownKey find(KeyDigest digest, long now) {
    KnownKey key = stripe(digest.part(3)).find(digest);
    // A clock that was set back must not make a key stay for long.
    if (key == null || Math.abs(now - key.writtenAt()) >= maxAge) {
      return null;
    }
    key.markUsed();
    return key;
  }

  void put(KnownKey key, long now) {
    key.writtenAt(now);
    stripe(key.last()).put(key);
  }

  /** Forgets what is kept under the digest, or only this key when there is one. */
  void remove(KeyDigest digest, @Nullable KnownKey only) {
    stripe(digest.part(3)).remove(digest, only);
  }

  void clear() {
    for (KeyStripe stripe : stripes) {
      stripe.clear();
    }
  }

  long size() {
    long size = 0;
    for (KeyStripe stripe : stripes) {
      size += stripe.size();
    }
    return size;
  }

  private KeyStripe stripe(long word) {
    return stripes[(int) word & (stripes.length - 1)];
  }
}
