package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.LimitState.Left;
import io.keystile.auth.MovingClock;
import io.keystile.auth.keys.RateLimit;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryRateLimiterTest {

  private final MovingClock clock = MovingClock.at("2027-01-31T09:00:00Z");
  private final MemoryRateLimiter limiter = new MemoryRateLimiter(1000, 1000, clock);

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
  void exactlyTheLimitPassesWhileEntriesComeAndGo() throws InterruptedException {
    MemoryRateLimiter small = new MemoryRateLimiter(5, 1000, clock);
    List<RateLimit> limits = limits("1/1h");
    for (int round = 0; round < 200; round++) {
      int number = round;
      int passed =
          Parallel.count(
              64,
              () -> {
                small.sweep();
                return small.take("key_" + number, limits, 1, clock.millis()).granted();
              });
      assertTrue(passed <= 1, () -> "in round " + number);
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
  void waitingDoesNotHelpWhenTheCostIsMoreThanTheLimit() {
    assertEquals(Allowance.NEVER, take("a", limits("5/1h"), 6).waitMillis());
    assertEquals(Allowance.NEVER, take("a", limits("100/1h burst 5"), 6).waitMillis());
    assertTrue(take("a", limits("5/1h"), 5).granted());
  }

  @ParameterizedTest
  @CsvSource({
    "1/1s, 1",
    "3/10s, 2",
    "7/1h, 3",
    "100/1h burst 20, 7",
    "7/1s burst 3, 2",
    "3/1h burst 1000, 999",
    "1000000000/1s burst, 999999999",
    "999999937/366d burst, 123456789",
    "1000/366d burst, 300",
    "1000003/1h burst, 999983",
    "13/366d burst 13, 11",
    "1/366d, 1"
  })
  void afterWaitingAsLongAsToldTheNextCallPassesAndNotASecondEarlier(String text, int cost) {
    List<RateLimit> limits = limits(text);
    for (int i = 0; i < 25; i++) {
      while (take("a", limits, cost).granted()) {
        // Use it up.
      }
      long wait = take("a", limits, cost).waitMillis();
      assertTrue(wait > 0 && wait <= Duration.ofDays(366).toMillis() * 1000, text + ": " + wait);
      clock.advance(Duration.ofMillis(Math.max(0, wait - 1000)));
      assertTrue(wait <= 1000 || !take("a", limits, cost).granted(), "a second earlier");
      clock.advance(Duration.ofMillis(Math.min(1000, wait)));
      assertTrue(take("a", limits, cost).granted(), text + " in round " + i);
      clock.advance(Duration.ofMillis(i * 7L));
    }
  }

  @Test
  void aRefusalWaitsForTheSlowestLimit() {
    List<RateLimit> limits = limits("1/1s", "2/1h burst");
    assertTrue(take("a", limits, 1).granted());
    clock.advance(Duration.ofSeconds(1));
    assertTrue(take("a", limits, 1).granted());
    long wait = take("a", limits, 1).waitMillis();
    assertEquals(Duration.ofMinutes(30).minusSeconds(1).toMillis(), wait);
    clock.advance(Duration.ofMillis(wait));
    assertTrue(take("a", limits, 1).granted());
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
  void lookingTakesNothingAndRemembersNobody() {
    List<RateLimit> limits = limits("1/1h");
    assertTrue(limiter.look("a", limits, 1, clock.millis()).granted());
    assertEquals(0, limiter.size());
    assertTrue(take("a", limits, 1).granted());
    assertFalse(limiter.look("a", limits, 1, clock.millis()).granted());
  }

  @Test
  void aFloodOfNewSubjectsDoesNotMakeItForgetAThrottledOne() {
    MemoryRateLimiter small = new MemoryRateLimiter(100, 1000, clock);
    List<RateLimit> limits = limits("3/1h");
    IntStream.range(0, 3).forEach(i -> small.take("victim", limits, 1, clock.millis()));
    for (int i = 0; i < 50_000; i++) {
      small.take("flood-" + i, limits, 1, clock.millis());
      if (i % 5_000 == 0) {
        small.sweep();
      }
    }
    assertFalse(small.take("victim", limits, 1, clock.millis()).granted());
    assertTrue(small.size() <= 100 + 64, "entries: " + small.size());
  }

  @Test
  void aNewcomerWithoutAPlaceOfItsOwnNeverGetsMoreThanItsLimit() {
    MemoryRateLimiter small = new MemoryRateLimiter(1, 1000, clock);
    List<RateLimit> limits = limits("3/1h");
    small.take("first", limits, 1, clock.millis());
    assertEquals(3, count(small, "late", limits, 10));
    // The first is full again and gone before the late one is: it must not start afresh.
    clock.advance(Duration.ofHours(1));
    assertEquals(3, count(small, "late", limits, 10));
    small.sweep();
    assertEquals(0, count(small, "late", limits, 10));
    clock.advance(Duration.ofHours(1));
    small.sweep();
    assertEquals(0, small.size());
    assertEquals(3, count(small, "late", limits, 10));
  }

  @Test
  void refusesWhenEvenTheSharedPlacesAreTaken() {
    MemoryRateLimiter tiny = new MemoryRateLimiter(1, 1, clock);
    assertTrue(tiny.take("a", limits("3/1h"), 1, clock.millis()).granted());
    assertTrue(tiny.take("b", limits("3/1h"), 1, clock.millis()).granted());
    Allowance refused = tiny.take("c", limits("4/1m", "5/1h"), 1, clock.millis());
    assertEquals(Duration.ofMinutes(1).toMillis(), refused.waitMillis());
    assertEquals(2, tiny.size());
  }

  @Test
  void letsGoOfThoseWhoseLimitsAreFullAgainAndOfNobodyElse() {
    take("hourly", limits("3/1h"), 1);
    take("daily", limits("10/1s", "3/1d"), 1);
    take("bucket", limits("1/1s burst 7200"), 7200);
    clock.advance(Duration.ofHours(1));
    limiter.sweep();
    assertEquals(2, limiter.size());
    clock.advance(Duration.ofHours(1));
    limiter.sweep();
    assertEquals(1, limiter.size());
    clock.advance(Duration.ofHours(22));
    limiter.sweep();
    assertEquals(0, limiter.size());
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

  private Allowance take(String subject, List<RateLimit> limits, int cost) {
    return limiter.take(subject, limits, cost, clock.millis());
  }

  private int passing(String subject, List<RateLimit> limits, int calls) {
    return count(limiter, subject, limits, calls);
  }

  private int count(MemoryRateLimiter asked, String subject, List<RateLimit> limits, int calls) {
    return (int)
        IntStream.range(0, calls)
            .filter(i -> asked.take(subject, limits, 1, clock.millis()).granted())
            .count();
  }

  private long left(List<RateLimit> limits, String name) {
    return limiter.look("a", limits, 1, clock.millis()).left().stream()
        .filter(left -> left.name().equals(name))
        .findFirst()
        .orElseThrow()
        .remaining();
  }

  private static List<RateLimit> limits(String... texts) {
    return Arrays.stream(texts).map(RateLimit::parse).toList();
  }
}
