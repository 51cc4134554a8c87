package io.keystile.auth.secret;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Digesters that take turns. A thread finds the one of its place, or makes one that stays when the
 * place is free: their number is bounded however many threads there are, which would not hold for
 * thread-local ones where every request has a thread of its own. Safe for several threads.
 */
final class DigesterPool {

  private static final int PLACES = 64;
  // Neighbours in one cache line would slow each other down.
  private static final int DISTANCE = 16;

  private final AtomicReferenceArray<KeyDigester> places =
      new AtomicReferenceArray<>((PLACES + 1) * DISTANCE);
  private final Supplier<KeyDigester> maker;

  DigesterPool(Supplier<KeyDigester> maker) {
    this.maker = maker;
  }

  KeyDigest digest(KeySecret secret) {
    int place = (1 + ((int) Thread.currentThread().getId() & (PLACES - 1))) * DISTANCE;
    KeyDigester mine = places.getAndSet(place, null);
    if (mine == null) {
      mine = maker.get();
    }
    KeyDigest digest = mine.digest(secret);
    // Not after an exception: what was begun would go into the next digest.
    places.setRelease(place, mine);
    return digest;
  }
}
