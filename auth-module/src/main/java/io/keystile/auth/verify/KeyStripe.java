package io.keystile.auth.verify;

import io.keystile.auth.secret.KeyDigest;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A part of a {@link KeyTable}: open addressing with a step of one, half to a quarter full at the
 * least. A look-up while a key moves may miss it; then the store is asked, which is right too.
 */
final class KeyStripe {

  /** The most keys. */
  static final int MAX = 1 << 28;

  private static final int SMALLEST = 16;
  private static final VarHandle PLACES = MethodHandles.arrayElementVarHandle(KnownKey[].class);

  private final int most;
  private volatile @Nullable KnownKey[] places = new @Nullable KnownKey[SMALLEST];
  private int size;
  private int hand;

  KeyStripe(int most) {
    this.most = most;
  }

  @Nullable KnownKey find(KeyDigest digest) {
    @Nullable KnownKey[] now = places;
    int place = place(digest.part(0), now);
    // Bounded, because entries may move on before the search.
    for (int i = now.length; i > 0; i--) {
      KnownKey key = (KnownKey) PLACES.getAcquire(now, place);
      if (key == null || key.isUnder(digest)) {
        return key;
      }
      place = next(place, now);
    }
    return null;
  }

  synchronized void put(KnownKey key) {
    if (most == 0) {
      return;
    }
    int place = placeOf(key);
    if (places[place] == null) {
      if (size == most) {
        evict();
      } else if (2 * (size + 1) > places.length) {
        grow();
      }
      place = placeOf(key);
      size++;
    }
    PLACES.setRelease(places, place, key);
  }

  synchronized void remove(KeyDigest digest, @Nullable KnownKey only) {
    int place = place(digest.part(0), places);
    KnownKey key = places[place];
    while (key != null && !key.isUnder(digest)) {
      place = next(place, places);
      key = places[place];
    }
    if (key != null && (only == null || key == only)) {
      free(place);
    }
  }

  synchronized void clear() {
    places = new @Nullable KnownKey[SMALLEST];
    size = 0;
    hand = 0;
  }

  synchronized int size() {
    return size;
  }

  private void evict() {
    while (true) {
      hand = next(hand, places);
      KnownKey key = places[hand];
      if (key != null && !key.clearUsed()) {
        free(hand);
        return;
      }
    }
  }

  /** Moves up what would not be found any more behind a gap. */
  private void free(int freed) {
    int gap = freed;
    int place = next(gap, places);
    KnownKey key = places[place];
    while (key != null) {
      if (distance(place(key.first(), places), place) >= distance(gap, place)) {
        PLACES.setRelease(places, gap, key);
        gap = place;
      }
      place = next(place, places);
      key = places[place];
    }
    PLACES.setRelease(places, gap, null);
    size--;
  }

  private void grow() {
    @Nullable KnownKey[] before = places;
    @Nullable KnownKey[] larger = new @Nullable KnownKey[2 * before.length];
    for (int i = 0; i < before.length; i++) {
      KnownKey key = before[i];
      if (key != null) {
        larger[placeOf(key, larger)] = key;
      }
    }
    places = larger;
  }

  private int placeOf(KnownKey key) {
    return placeOf(key, places);
  }

  /** Where the digest's key is, or is to go. */
  private static int placeOf(KnownKey wanted, @Nullable KnownKey[] places) {
    int place = place(wanted.first(), places);
    KnownKey key = places[place];
    while (key != null && !key.isUnder(wanted)) {
      place = next(place, places);
      key = places[place];
    }
    return place;
  }

  private int distance(int from, int to) {
    return (to - from) & (places.length - 1);
  }

  private static int place(long word, @Nullable KnownKey[] places) {
    return (int) (word ^ word >>> 32) & (places.length - 1);
  }

  private static int next(int place, @Nullable KnownKey[] places) {
    return (place + 1) & (places.length - 1);
  }
}
