package io.keystile.auth.limit;

import jakarta.inject.Singleton;
import java.time.Clock;

/** What has to happen although nobody calls: the end of blocks, of waiting, and of memory use. */
@Singleton
final class BruteForceClockwork {

  private final FailureTable table;
  private final FailureReservations reservations;
  private final Clock clock;

  BruteForceClockwork(FailureTable table, FailureReservations reservations, Clock clock) {
    this.table = table;
    this.reservations = reservations;
    this.clock = clock;
  }

  void tick() {
    reservations.dismissLate();
  }

  void shrink() {
    long now = clock.millis();
    table.all().forEach(stripe -> stripe.shrink(now));
  }
}
