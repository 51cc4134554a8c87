package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.LimitState.Left;
import io.keystile.auth.keys.RateLimit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryRateLimiterPassingTest extends RateLimiterFixture {

  @Test
  void refusedCallsConsumeNothing() {
    List<RateLimit> limits = limits("3/1s", "10/1h");
    assertEquals(3, passing("a", limits, 500));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(3, passing("a", limits, 500));
    assertEquals(4, left(limits, "1h"));
  }

  @Test
  void oneSubjectDoesNotUseUpAnother() {
    List<RateLimit> limits = limits("3/1h");
    assertEquals(3, passing("a", limits, 10));
    assertEquals(3, passing("b", limits, 10));
  }

  @Test
  void exactlyTheLimitPassesUnderConcurrency() throws InterruptedException {
    for (int round = 0; round < 20; round++) {
      String subject = "key_" + round;
      List<RateLimit> limits = limits("100/1h", "5000/1d burst");
      assertEquals(100, Parallel.count(1000, () -> take(subject, limits, 1).granted()));
    }
  }

  @Test
  void anIntervalAllowsItsAmountInEachPeriodFromTheFirstUse() {
    List<RateLimit> limits = limits("100/1h");
    assertEquals(1, passing("a", limits, 1));
    clock.advance(Duration.ofMinutes(59));
    assertEquals(99, passing("a", limits, 1000));
    clock.advance(Duration.ofSeconds(59));
    assertEquals(0, passing("a", limits, 1000));
    // The next hour begins: across the boundary 199 have passed within two minutes.
    clock.advance(Duration.ofSeconds(1));
    assertEquals(100, passing("a", limits, 1000));
    clock.advance(Duration.ofHours(5));
    assertEquals(100, passing("a", limits, 1000));
  }

  @Test
  void aBucketIsRefilledSmoothlyAndNeverHoldsMoreThanItsCapacity() {
    List<RateLimit> limits = limits("100/1h burst 20");
    assertEquals(20, passing("a", limits, 1000));
    clock.advance(Duration.ofSeconds(35));
    assertEquals(0, passing("a", limits, 1000));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(1, passing("a", limits, 1000));
    clock.advance(Duration.ofMinutes(6));
    assertEquals(10, passing("a", limits, 1000));
    clock.advance(Duration.ofDays(1));
    assertEquals(20, passing("a", limits, 1000));
  }

  @Test
  void aBucketGivesAnHoursWorthAtTheMostOverItsCapacityInAnyHour() {
    List<RateLimit> limits = limits("100/1h burst");
    int passed = 0;
    for (int second = 0; second < 3600; second++) {
      passed += passing("a", limits, 5);
      clock.advance(Duration.ofSeconds(1));
    }
    assertEquals(199, passed);
  }

  @Test
  void theCostIsTakenFromEveryLimitOrFromNone() {
    List<RateLimit> limits = limits("10/1s", "12/1h");
    assertTrue(take("a", limits, 10).granted());
    clock.advance(Duration.ofSeconds(1));
    assertFalse(take("a", limits, 3).granted());
    assertTrue(take("a", limits, 2).granted());
    assertFalse(take("a", limits, 1).granted());
  }

  @Test
  void aChangedLimitAppliesAtOnceAndKeepsWhatWasUsed() {
    assertEquals(50, passing("a", limits("100/1h"), 50));
    assertEquals(10, passing("a", limits("60/1h"), 1000));
    assertEquals(0, passing("a", limits("20/1h"), 1000));
    assertEquals(15, passing("a", limits("75/1h"), 1000));
    clock.advance(Duration.ofHours(1));
    assertEquals(20, passing("a", limits("20/1h"), 1000));
  }

  @Test
  void anOverdrawnIntervalStartsAfreshInItsNextPeriod() {
    assertEquals(100, passing("a", limits("100/1h"), 100));
    clock.advance(Duration.ofMinutes(20));
    Allowance refused = take("a", limits("10/1h"), 1);
    assertEquals(Duration.ofMinutes(40).toMillis(), refused.waitMillis());
    assertEquals(0, refused.left().get(0).remaining());
    clock.advance(Duration.ofMinutes(40));
    assertEquals(10, passing("a", limits("10/1h"), 1000));
  }

  @Test
  void anotherNumberOfLimitsKeepsWhatWasUsed() {
    assertEquals(50, passing("a", limits("100/1h"), 50));
    assertEquals(10, passing("a", limits("10/1s", "100/1h"), 1000));
    assertEquals(40, passing("a", limits("100/1h"), 1000));
    assertEquals(100, passing("a", limits("1000/1h", "200/1d"), 1000));
  }

  @Test
  void anotherKindOfLimitKeepsWhatWasUsed() {
    assertEquals(60, passing("a", limits("100/1h"), 60));
    clock.advance(Duration.ofMinutes(59));
    assertEquals(40, passing("a", limits("100/1h burst"), 1000));
    assertEquals(0, passing("a", limits("100/1h"), 1000));
  }

  @Test
  void saysWhatIsLeft() {
    take("a", limits("10/1s", "100/1h"), 1);
    clock.advance(Duration.ofMillis(300));
    List<Left> left = take("a", limits("10/1s", "100/1h"), 1).left();
    assertEquals(List.of(new Left("1s", 10, 1, 8, 1), new Left("1h", 100, 3600, 98, 3600)), left);
    assertEquals(
        List.of(new Left("1m", 20, 120, 13, 42)), take("b", limits("10/1m burst 20"), 7).left());
  }

  @Test
  void aClockThatIsPutBackAllowsNothingMore() {
    List<RateLimit> limits = limits("3/1h", "100/1d burst 50");
    assertEquals(3, passing("a", limits, 10));
    clock.advance(Duration.ofHours(-2));
    assertEquals(0, passing("a", limits, 10));
    clock.advance(Duration.ofHours(3));
    assertEquals(3, passing("a", limits, 10));
  }

  private long left(List<RateLimit> limits, String name) {
    return limiter.look("a", limits, 1, clock.millis()).left().stream()
        .filter(left -> left.name().equals(name))
        .findFirst()
        .orElseThrow()
        .remaining();
  }
}
