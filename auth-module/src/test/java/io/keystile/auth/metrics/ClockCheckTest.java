package io.keystile.auth.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.MovingClock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClockCheckTest {

  private final MovingClock clock = MovingClock.at("2027-01-31T09:00:00Z");
  private final ClockCheck check = new ClockCheck(clock);

  @Test
  void bearsSmallCorrections() {
    clock.advance(Duration.ofHours(1));
    assertNull(check.findFault());
    clock.advance(Duration.ofMinutes(-1));
    assertNull(check.findFault());
  }

  @Test
  void tellsThatTheClockWentBack() {
    clock.advance(Duration.ofHours(1));
    assertNull(check.findFault());
    clock.advance(Duration.ofSeconds(-61));
    assertTrue(Objects.requireNonNull(check.findFault()).contains("2027-01-31T10:00:00Z"));
    clock.advance(Duration.ofSeconds(61));
    assertNull(check.findFault());
  }

  @Test
  void tellsThatTheClockWasNeverSet() {
    clock.moveTo("1970-01-01T00:00:00Z");
    assertEquals("The clock is before 2026-11-01T00:00:00Z; set it right.", check.findFault());
  }
}
