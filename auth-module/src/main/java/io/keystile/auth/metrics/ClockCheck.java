package io.keystile.auth.metrics;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the wall clock can be right: not before this program was written, and not far behind what
 * it has shown before, where keys that have expired would be valid again.
 */
@Singleton
final class ClockCheck {

  static final Instant EARLIEST = Instant.parse("2026-11-01T00:00:00Z");
  static final Duration TOLERANCE = Duration.ofMinutes(1);

  private final Clock clock;
  private Instant latest;

  ClockCheck(Clock clock) {
    this.clock = clock;
    this.latest = clock.instant();
  }

  /** What is wrong with the clock, or null. */
  synchronized @Nullable String findFault() {
    Instant now = clock.instant();
    if (now.isBefore(EARLIEST)) {
      return "The clock is before " + EARLIEST + "; set it right.";
    }
    if (now.isBefore(latest.minus(TOLERANCE))) {
      return "The clock went back from " + latest + "; set it right, or start again if it is.";
    }
    latest = now.isAfter(latest) ? now : latest;
    return null;
  }
}
