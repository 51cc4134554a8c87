package io.keystile.auth.verify;

import io.keystile.auth.secret.KeyDigest;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A part of a {@link KeyTable}: open addressing with a step of one, half to a quarter full at the
 * least. A look-up while an entry moves may miss it; then the store is asked, which is right too.
 */
final class KeyStripe {

  /** The most keys. */
  static final int MAX = 1 << 28;

  private static final int SMALLEST = 16;

  private final int most;
  private volatile AtomicReferenceArray<@Nullable Entry> places =
      new AtomicReferenceArray<>(SMALLEST);
  private int size;
  private int hand;

  KeyStripe(int most) {
    this.most = most;
  }

  /** A key under its digest, whose words are here because an object more would be dear. */
  static final class Entry {

    final long writtenAt;
    private final long first;
    private final long second;
    private final long third;
    private final long fourth;
    private final KnownKey key;
    private boolean used;

    Entry(KeyDigest digest, KnownKey key, long writtenAt) {
      this.first = digest.part(0);
      this.second = digest.part(1);
      this.third = digest.part(2);
      this.fourth = digest.part(3);
      this.key = key;
      this.writtenAt = writtenAt;
    }

    KnownKey use() {
      // A write to what others read costs more than a look.
      if (!used) {
        used = true;
      }
      return key;
    }

    private boolean isUnder(KeyDigest digest) {
      return isUnder(digest.part(0), digest.part(1), digest.part(2), digest.part(3));
    }

    private boolean isUnder(Entry other) {
      return isUnder(other.first, other.second, other.third, other.fourth);
    }

    /** Takes the same time wherever they differ. */
    private boolean isUnder(long a, long b, long c, long d) {
      return ((first ^ a) | (second ^ b) | (third ^ c) | (fourth ^ d)) == 0;
    }
  }

  @Nullable Entry find(KeyDigest digest) {
    AtomicReferenceArray<@Nullable Entry> now = places;
    int place = place(digest.part(0), now);
    // Bounded, because entries may move on before the search.
    for (int i = now.length(); i > 0; i--) {
      Entry entry = now.get(place);
      if (entry == null || entry.isUnder(digest)) {
        return entry;
      }
      place = next(place, now);
    }
    return null;
  }

  synchronized void put(Entry entry) {
    if (most == 0) {
      return;
    }
    int place = placeOf(entry);
    if (places.get(place) == null) {
      if (size == most) {
        evict();
      } else if (2 * (size + 1) > places.length()) {
        grow();
      }
      place = placeOf(entry);
      size++;
    }
    places.set(place, entry);
  }

  synchronized void remove(KeyDigest digest, @Nullable KnownKey only) {
    int place = place(digest.part(0), places);
    Entry entry = places.get(place);
    while (entry != null && !entry.isUnder(digest)) {
      place = next(place, places);
      entry = places.get(place);
    }
    if (entry != null && (only == null || entry.key == only)) {
      free(place);
    }
  }

  synchronized void clear() {
    places = new AtomicReferenceArray<>(SMALLEST);
    size = 0;
    hand = 0;
  }

  synchronized int size() {
    return size;
  }

  private void evict() {
    while (true) {
      hand = next(hand, places);
      Entry entry = places.get(hand);
      if (entry != null && !entry.used) {
        free(hand);
        return;
      }
      if (entry != null) {
        entry.used = false;
      }
    }
  }

  /** Moves up what would not be found any more behind a gap. */
  private void free(int freed) {
    int gap = freed;
    int place = next(gap, places);
    Entry entry = places.get(place);
    while (entry != null) {
      if (distance(place(entry.first, places), place) >= distance(gap, place)) {
        places.set(gap, entry);
        gap = place;
      }
      place = next(place, places);
      entry = places.get(place);
    }
    places.set(gap, null);
    size--;
  }

  private void grow() {
    AtomicReferenceArray<@Nullable Entry> before = places;
    AtomicReferenceArray<@Nullable Entry> larger = new AtomicReferenceArray<>(2 * before.length());
    for (int i = 0; i < before.length(); i++) {
      Entry entry = before.get(i);
      if (entry != null) {
        larger.setPlain(placeOf(entry, larger), entry);
      }
    }
    places = larger;
  }

  private int placeOf(Entry entry) {
    return placeOf(entry, places);
  }

  /** Where the digest's entry is, or is to go. */
  private static int placeOf(Entry wanted, AtomicReferenceArray<@Nullable Entry> places) {
    int place = place(wanted.first, places);
    Entry entry = places.get(place);
    while (entry != null && !entry.isUnder(wanted)) {
      place = next(place, places);
      entry = places.get(place);
    }
    return place;
  }

  private int distance(int from, int to) {
    return (to - from) & (places.length() - 1);
  }

  private static int place(long word, AtomicReferenceArray<@Nullable Entry> places) {
    return (int) (word ^ word >>> 32) & (places.length() - 1);
  }

  private static int next(int place, AtomicReferenceArray<@Nullable Entry> places) {
    return (place + 1) & (places.length() - 1);
  }
}
