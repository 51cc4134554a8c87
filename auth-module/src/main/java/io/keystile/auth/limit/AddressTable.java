package io.keystile.auth.limit;

import java.security.SecureRandom;
import java.util.function.IntPredicate;

/**
 * A hash table from 64-bit keys to a few longs, in one primitive array: open addressing, linear
 * probing, no removal but by {@link #rebuild}. It starts small and never holds more than its limit.
 * Not safe for several threads.
 */
final class AddressTable {

  private static final int FIRST_CAPACITY = 16;

  /** Unknown outside, so that nobody can choose addresses that collide. */
  private static final long SEED = new SecureRandom().nextLong();

  private final int limit;
  private final int width;
  private long[] words;
  private int capacity;
  private int size;

  /** A table of at most {@code limit} keys with {@code values} longs each, the first never zero. */
  AddressTable(int limit, int values) {
    this.limit = limit;
    this.width = 1 + values;
    this.capacity = Math.min(FIRST_CAPACITY, capacityFor(limit));
    this.words = new long[capacity * width];
  }

  /** The bytes of one key at the highest load. */
  static int bytesPerKey(int values) {
    return (1 + values) * Long.BYTES * 5 / 4;
  }

  static long hash(long key) {
    long h = (key ^ SEED) * 0x9E37_79B9_7F4A_7C15L;
    h = (h ^ (h >>> 32)) * 0xD6E8_FEB8_6659_FD93L;
    return h ^ (h >>> 32);
  }

  /** The place of the key, or -1. Places hold until the next {@link #rebuild}. */
  int find(long key) {
    int place = probe(words, capacity, key);
    return words[place + 1] == 0 ? -1 : place;
  }

  /** Adds a key that is not there. Not to be called on a {@link #isCrowded crowded} table. */
  int add(long key, long first) {
    int place = probe(words, capacity, key);
    words[place] = key;
    words[place + 1] = first;
    size++;
    return place;
  }

  /** Whether a {@link #rebuild} is due before the next key. */
  boolean isCrowded() {
    return size >= Math.min(limit, capacity * 4 / 5);
  }

  /** Whether a rebuild can only help by dropping keys. */
  boolean isAtFullSize() {
    return capacity == capacityFor(limit);
  }

  /** Keeps the keys at these places, with room for as many again, as far as the limit allows. */
  void rebuild(IntPredicate kept) {
    int count = 0;
    for (int place = next(0); place >= 0; place = next(place + width)) {
      count += kept.test(place) ? 1 : 0;
    }
    int fresh = Math.max(FIRST_CAPACITY, capacityFor(Math.min(2L * count, limit)));
    int newCapacity = Math.min(fresh, capacityFor(limit));
    long[] newWords = new long[newCapacity * width];
    for (int place = next(0); place >= 0; place = next(place + width)) {
      if (kept.test(place)) {
        int target = probe(newWords, newCapacity, words[place]);
        System.arraycopy(words, place, newWords, target, width);
      }
    }
    words = newWords;
    capacity = newCapacity;
    size = count;
  }

  /** The first used place from this one on, or -1. */
  int next(int from) {
    for (int place = from; place < words.length; place += width) {
      if (words[place + 1] != 0) {
        return place;
      }
    }
    return -1;
  }

  /** The place after this one, used or not; where {@link #next} is to go on. */
  int after(int place) {
    return place + width;
  }

  long key(int place) {
    return words[place];
  }

  long get(int place, int value) {
    return words[place + 1 + value];
  }

  void set(int place, int value, long word) {
    words[place + 1 + value] = word;
  }

  int size() {
    return size;
  }

  long bytes() {
    return (long) words.length * Long.BYTES;
  }

  private static int capacityFor(long keys) {
    return (int) (keys * 5 / 4 + 1);
  }

  private int probe(long[] in, int places, long key) {
    int place = (int) (((hash(key) >>> 32) * places) >>> 32) * width;
    while (in[place + 1] != 0 && in[place] != key) {
      place += width;
      if (place == in.length) {
        place = 0;
      }
    }
    return place;
  }
}
