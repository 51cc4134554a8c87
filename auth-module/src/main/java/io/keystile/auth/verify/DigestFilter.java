package io.keystile.auth.verify;

import io.keystile.auth.secret.KeyDigest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A Bloom filter: two bytes for each digest, and a digest that it does not hold is taken for one
 * that it holds once in 400 times. Safe for several threads.
 */
final class DigestFilter {

  private static final int BITS_PER_DIGEST = 16;
  private static final long MAX_BITS = 1L << 31;

  private final long bits;
  private final long room;
  private final AtomicLongArray words;
  private final AtomicInteger size = new AtomicInteger();

  /**
   * @param room how many digests it is made for
   */
  DigestFilter(long room) {
    this.room = room;
    this.bits = Math.min(MAX_BITS, BITS_PER_DIGEST * Math.max(1, room));
    this.words = new AtomicLongArray((int) ((bits + 63) >>> 6));
  }

  void add(KeyDigest digest) {
    if (set(digest.part(0)) + set(digest.part(1)) > 0) {
      size.incrementAndGet();
    }
  }

  /** False only when it was never added. */
  boolean mayContain(KeyDigest digest) {
    return isSet(digest.part(0)) && isSet(digest.part(1));
  }

  /** Whether it holds so much more than it was made for that it tells little apart. */
  boolean isOverfull() {
    return size.get() > 2 * room;
  }

  long bytes() {
    return 8L * words.length();
  }

  // Digests are as good as random, so that their own bits are the hashes: two in each part.
  private int set(long part) {
    return setBit(part >>> 32) + setBit(part & 0xFFFF_FFFFL);
  }

  private boolean isSet(long part) {
    return isBit(part >>> 32) && isBit(part & 0xFFFF_FFFFL);
  }

  /** 1 when the bit was not set before. */
  private int setBit(long hash) {
    long bit = (hash * bits) >>> 32;
    long mask = 1L << bit;
    long before = words.getAndAccumulate((int) (bit >>> 6), mask, (a, b) -> a | b);
    return (before & mask) == 0 ? 1 : 0;
  }

  private boolean isBit(long hash) {
    long bit = (hash * bits) >>> 32;
    return (words.get((int) (bit >>> 6)) & (1L << bit)) != 0;
  }
}
