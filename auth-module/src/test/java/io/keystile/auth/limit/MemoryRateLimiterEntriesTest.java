package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.keys.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryRateLimiterEntriesTest extends RateLimiterFixture {

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
}
