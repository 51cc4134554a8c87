package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.StoredKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimitsChargeTest extends LimitsFixture {

  @Test
  void aRefusalByTheRateLimitTakesNothingFromTheQuota() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.parse(List.of("2/1s"), List.of("10/day")));
    limits.prepare(key);
    assertEquals(2, passing(limits, key, 100));
    Verdict.Rejected refused = assertRefused(limits.charge(key, call(1), NOWHERE));
    assertEquals(Reason.RATE_LIMIT_EXCEEDED, refused.reason());
    assertEquals("Rate limit exceeded", refused.message());
    assertEquals(Duration.ofSeconds(1), refused.retryAfter());
    assertEquals(8, left(refused, "quota-day").remaining());
  }

  @Test
  void aRefusalByTheQuotaTakesNothingFromTheRateLimit() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.parse(List.of("10/1h"), List.of("3/day", "100/month")));
    limits.prepare(key);
    assertEquals(3, passing(limits, key, 100));
    Verdict.Rejected refused = assertRefused(limits.charge(key, call(1), NOWHERE));
    assertEquals(Reason.INSUFFICIENT_QUOTA, refused.reason());
    assertEquals(
        "The quota 3/day of this API key is used up. It resets at 2027-02-01T00:00:00Z.",
        refused.message());
    assertEquals(Duration.ofHours(15), refused.retryAfter());
    assertEquals(7, left(refused, "1h").remaining());
    assertEquals(97, left(refused, "quota-month").remaining());
  }

  @Test
  void whenBothRefuseTheWaitIsTheLongerOne() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.parse(List.of("3/2d"), List.of("3/day", "3/30d")));
    limits.prepare(key);
    assertEquals(3, passing(limits, key, 10));
    Verdict.Rejected refused = assertRefused(limits.charge(key, call(1), NOWHERE));
    assertEquals(Duration.ofDays(30), refused.retryAfter());
    assertTrue(refused.message().contains("3/30d"), refused.message());
    clock.advance(Duration.ofDays(30));
    assertAccepted(limits.charge(key, call(1), NOWHERE));
  }

  @Test
  void waitingDoesNotHelpACallThatCostsMoreThanTheQuota() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.parse(List.of(), List.of("3/day")));
    limits.prepare(key);
    Verdict.Rejected refused = assertRefused(limits.charge(key, call(4), NOWHERE));
    assertEquals(Reason.INSUFFICIENT_QUOTA, refused.reason());
    assertNull(refused.retryAfter());
    assertTrue(refused.message().contains("counts as 4"), refused.message());
    assertEquals(3, passing(limits, key, 10));
  }

  @Test
  void lookingChargesNothing() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.parse(List.of("3/1h"), List.of("3/day")));
    limits.prepare(key);
    for (int i = 0; i < 5; i++) {
      assertAccepted(limits.look(key, call(1)));
    }
    assertEquals(3, passing(limits, key, 10));
    assertRefused(limits.look(key, call(1)));
  }

  @Test
  void quotaAndRateLimitAreTakenTogetherUnderConcurrency() throws InterruptedException {
    Limits limits = process().getBean(Limits.class);
    for (int round = 0; round < 20; round++) {
      StoredKey key =
          key("key_" + round, KeyLimits.parse(List.of("70/1h"), List.of("100/day", "90/month")));
      limits.prepare(key);
      assertEquals(
          70,
          Parallel.count(
              500, () -> limits.charge(key, call(1), NOWHERE) instanceof Verdict.Accepted));
      clock.advance(Duration.ofHours(1));
      AtomicInteger cost = new AtomicInteger();
      Parallel.count(
          500,
          () -> {
            int next = 1 + cost.getAndIncrement() % 3;
            return limits.charge(key, call(next), NOWHERE) instanceof Verdict.Accepted;
          });
      // 20 of the month are left, and all of them were to be had by calls that cost 1.
      Verdict.Rejected refused = assertRefused(limits.charge(key, call(1), NOWHERE));
      assertEquals(0, left(refused, "quota-month").remaining());
      assertEquals(10, left(refused, "quota-day").remaining());
      assertEquals(50, left(refused, "1h").remaining());
      clock.moveTo("2027-01-31T09:00:00Z");
    }
  }
}
