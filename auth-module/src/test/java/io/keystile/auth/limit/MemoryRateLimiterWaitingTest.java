package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.keys.RateLimit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryRateLimiterWaitingTest extends RateLimiterFixture {

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
}
