package io.keystile.app.console.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

  @Test
  void refusesWhatIsNoLine() {
    assertThrows(IllegalArgumentException.class, () -> Sparkline.ofDays(List.of()));
    assertThrows(IllegalArgumentException.class, () -> Sparkline.ofDays(List.of(1L)));
  }

  @Test
  void isFlatAtTheBottomWhenNothingHappened() {
    Sparkline line = Sparkline.ofDays(Collections.nCopies(3, 0L));
    assertEquals("M0 22L48 22L96 22", line.path());
    assertEquals("M0 22L48 22L96 22L96 24L0 24Z", line.area());
    assertEquals(0, line.total());
    assertEquals("0 in 3 days, at most 0 a day, 0 today", line.label());
  }

  @Test
  void reachesTheTopAtTheGreatestValue() {
    Sparkline line = Sparkline.ofDays(List.of(0L, 1_000L, 500L));
    assertEquals("M0 22L48 2L96 12", line.path());
    assertEquals("1,500 in 3 days, at most 1,000 a day, 500 today", line.label());
  }

  @Test
  void holdsTheGreatestCounts() {
    long much = Long.MAX_VALUE / 64;
    assertEquals("M0 2L96 22", Sparkline.ofDays(List.of(much, 0L)).path());
  }
}
