package io.keystile.auth.verify;

import static java.util.Objects.requireNonNull;

import io.keystile.auth.secret.KeyDigest;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Known keys by their digest, bounded in number and age: open addressing with a step of one, at
 * most half full. Lean, because there may be a million of them, and a look-up of a key that is
 * there makes no garbage, takes no lock and writes at most one byte. A look-up while keys move may
 * miss one; then the store is asked, which is right too. Times are milliseconds since the epoch.
 * Safe for several threads: whoever writes waits for the others. To divide the keys among several
 * tables would make each look-up wait for one more place in memory.
 */
final class KeyTable {

  /** The most keys. */
  private static final int MAX = 1 << 28;

  private static final int SMALLEST = 16;

  /** How many places the hand looks at while others wait to write. */
  private static final int LOOKS = 1_000;

  private static final VarHandle PLACES = MethodHandles.arrayElementVarHandle(KnownKey[].class);

  private final int most;
  private final long maxAge;
  private volatile @Nullable KnownKey[] places = new @Nullable KnownKey[SMALLEST];
  private int size;
  private int hand;

  KeyTable(long most, long maxAge) {
    this.most = (int) Math.min(MAX, most);
    this.maxAge = maxAge;
  }

  @Nullable KnownKey find(KeyDigest digest, long now) {
    KnownKey key = find(digest);
    return key != null && has(key, now) ? key : null;
  }

  /** Whether the key is still here, and not too old; then it is in use. */
  boolean has(KnownKey key, long now) {
    boolean fresh = key.isFresh(now, maxAge);
    if (fresh) {
      key.markUsed();
    }
    return fresh;
  }

  private @Nullable KnownKey find(KeyDigest digest) {
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

  /** Keeps the key, in place of one that was there under its digest, or of another when full. */
  synchronized void put(KnownKey key, long now) {
    if (most == 0) {
      return;
    }
    int place = placeOf(key, places);
    KnownKey before = places[place];
    if (before != null) {
      before.forget();
    } else {
      makeRoom();
      place = placeOf(key, places);
      size++;
    }
    key.writtenAt(now);
    PLACES.setRelease(places, place, key);
  }

  private void makeRoom() {
    if (size == most) {
      evict();
    } else if (2 * (size + 1) > places.length) {
      grow();
    }
  }

  /** Forgets what is kept under the digest, or only this key when there is one. */
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
    for (KnownKey key : places) {
      if (key != null) {
        key.forget();
      }
    }
    places = new @Nullable KnownKey[SMALLEST];
    size = 0;
    hand = 0;
  }

  synchronized long size() {
    return size;
  }

  /** Lets a key go that was not asked for since the hand came by last, if one is near. */
  private void evict() {
    int candidate = -1;
    for (int looks = 0; looks < LOOKS || candidate < 0; looks++) {
      hand = next(hand, places);
      KnownKey key = places[hand];
      if (key != null) {
        candidate = hand;
        if (!key.clearUsed()) {
          break;
        }
      }
    }
    free(candidate);
  }

  /** Lets the key at the place go, and moves up what would not be found any more behind the gap. */
  private void free(int freed) {
    requireNonNull(places[freed]).forget();
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
    for (KnownKey key : before) {
      if (key != null) {
        larger[placeOf(key, larger)] = key;
      }
    }
    places = larger;
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
