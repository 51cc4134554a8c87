package io.keystile.auth.verify;

import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.secret.KeyTag;
import io.keystile.auth.secret.KeyTagger;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A way to known keys that does without their digest: by a tag of the text. It holds some thousands
 * and says nothing about whether a key is still known; that is for the {@link KeyTable} to say. A
 * key that another pushes out is found by its digest again. Safe for several threads.
 */
final class RecentKeys {

  private static final int MAX = 1 << 13;

  /** Neighbours among which a key may stand. */
  private static final int WAYS = 4;

  private static final VarHandle PLACES = MethodHandles.arrayElementVarHandle(KnownKey[].class);

  private final KeyTagger tagger = KeyTagger.random();
  private final @Nullable KnownKey[] places;

  /**
   * @param known how many keys are known at most
   */
  RecentKeys(long known) {
    places = new @Nullable KnownKey[places(known)];
  }

  private static int places(long known) {
    int half = (int) Math.max(WAYS, Math.min(known, MAX / 2));
    return 2 * Integer.highestOneBit(half);
  }

  @Nullable KnownKey find(KeySecret presented) {
    KeyTag tag = tagger.tag(presented);
    return tag == null ? null : find(tag);
  }

  private @Nullable KnownKey find(KeyTag tag) {
    int first = firstPlace(tag);
    for (int place = first; place < first + WAYS; place++) {
      KnownKey key = (KnownKey) PLACES.getAcquire(places, place);
      if (key != null && key.isUnder(tag)) {
        return key;
      }
    }
    return null;
  }

  /** Lets the key be found by this text, which its digest is of. */
  void keep(KeySecret presented, KnownKey key) {
    KeyTag tag = tagger.tag(presented);
    if (tag != null) {
      key.tag(tag);
      PLACES.setRelease(places, placeFor(tag), key);
    }
  }

  /** Where an older one of the same key stands, or none that is known, or whoever has bad luck. */
  private int placeFor(KeyTag tag) {
    int first = firstPlace(tag);
    int free = first + ((int) tag.second() & (WAYS - 1));
    for (int place = first; place < first + WAYS; place++) {
      KnownKey key = (KnownKey) PLACES.getAcquire(places, place);
      if (key != null && key.isUnder(tag)) {
        return place;
      }
      free = key == null || key.isForgotten() ? place : free;
    }
    return free;
  }

  private int firstPlace(KeyTag tag) {
    return (int) tag.first() & (places.length - WAYS);
  }
}
