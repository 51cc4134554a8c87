package io.keystile.auth.limit;

import io.micronaut.scheduling.annotation.Scheduled;
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

  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  void tick() {
    reservations.dismissLate();
  }

  @Scheduled(fixedDelay = "5m", initialDelay = "5m")
  void shrink() {
    long now = clock.millis();
    table.all().forEach(stripe -> stripe.shrink(now));
  }
}
