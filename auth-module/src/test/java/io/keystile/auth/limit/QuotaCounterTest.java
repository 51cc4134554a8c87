package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.keystile.auth.LimitState.Left;
import io.keystile.auth.MovingClock;
import io.keystile.auth.keys.Quota;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaCounterTest {

  private static final long DAY = Duration.ofDays(1).toMillis();

  private final MovingClock clock = MovingClock.at("2027-03-27T20:00:00Z");
  private final Quota day = Quota.parse("10/day Europe/Berlin");
  private final QuotaCounter counter = new QuotaCounter("day");

  @Test
  void beginsAnewAtMidnightOfItsZone() {
    use(day, 10);
    assertEquals(Duration.ofHours(3).toMillis(), counter.waitFor(day, 1, clock.millis()));
    clock.moveTo("2027-03-27T22:59:59.999Z");
    assertEquals(1, counter.waitFor(day, 1, clock.millis()));
    clock.moveTo("2027-03-27T23:00:00Z");
    use(day, 10);
    // The day on which clocks are put forward has 23 hours.
    assertEquals(Duration.ofHours(23).toMillis(), counter.waitFor(day, 1, clock.millis()));
    assertEquals(new Left("quota-day", 10, 23 * 3600, 0, 23 * 3600), left(day));
  }

  @Test
  void aRollingPeriodBeginsWithTheFirstUseAfterTheLastOneEnded() {
    Quota rolling = Quota.parse("10/30d");
    assertEquals(new Left("quota-day", 10, 30 * 86_400, 10, 0), left(rolling));
    use(rolling, 10);
    clock.advance(Duration.ofDays(29));
    assertEquals(DAY, counter.waitFor(rolling, 1, clock.millis()));
    clock.advance(Duration.ofDays(6));
    use(rolling, 4);
    clock.advance(Duration.ofDays(29));
    assertEquals(DAY, counter.waitFor(rolling, 7, clock.millis()));
  }

  @Test
  void neverFitsWhenTheCostIsMoreThanTheQuota() {
    assertEquals(Allowance.NEVER, counter.waitFor(day, 11, clock.millis()));
  }

  @Test
  void aChangedAmountCountsWhatWasUsed() {
    use(day, 6);
    Quota lower = Quota.parse("5/day Europe/Berlin");
    assertEquals(Duration.ofHours(3).toMillis(), counter.waitFor(lower, 1, clock.millis()));
    assertEquals(0, left(lower).remaining());
    assertEquals(0, counter.waitFor(Quota.parse("7/day UTC"), 1, clock.millis()));
  }

  @Test
  void sendsWhatIsNewOnce() {
    assertNull(counter.send("key_a", clock.millis()));
    use(day, 3);
    QuotaRow first = counter.send("key_a", clock.millis());
    assertEquals(3, first == null ? 0 : first.used());
    use(day, 2);
    settle(3);
    QuotaRow second = counter.send("key_a", clock.millis());
    assertEquals(2, second == null ? 0 : second.used());
    settle(5);
    assertNull(counter.send("key_a", clock.millis()));
    assertEquals(5, left(day).remaining());
  }

  @Test
  void countsWhatCouldNotBeSentAndSendsItAgain() {
    use(day, 3);
    counter.send("key_a", clock.millis());
    use(day, 2);
    assertEquals(5, left(day).remaining());
    QuotaRow again = counter.send("key_a", clock.millis());
    assertEquals(5, again == null ? 0 : again.used());
  }

  @Test
  void aReadBetweenSendingAndSettlingIsNotCountedTwice() {
    use(day, 3);
    counter.send("key_a", clock.millis());
    counter.read(row(3), clock.millis());
    settle(3);
    counter.read(row(1), clock.millis());
    assertEquals(7, left(day).remaining());
  }

  @Test
  void whatIsSentAcrossTheEndOfAWindowDoesNotBurdenTheNext() {
    use(day, 3);
    counter.send("key_a", clock.millis());
    clock.moveTo("2027-03-28T06:00:00Z");
    use(day, 1);
    settle(3);
    assertEquals(9, left(day).remaining());
  }

  @Test
  void takesOverTheWindowOfAnotherProcess() {
    Quota rolling = Quota.parse("10/30d");
    use(rolling, 2);
    long now = clock.millis();
    counter.read(new QuotaRow("key_a", "30d", now - DAY, now + 29 * DAY, 5, now), now);
    assertEquals(3, left(rolling).remaining());
    assertEquals(29 * 86_400, left(rolling).resetSeconds());
    counter.read(new QuotaRow("key_a", "30d", now - 60 * DAY, now - 30 * DAY, 9, now), now);
    assertEquals(3, left(rolling).remaining());
  }

  private void use(Quota quota, int cost) {
    assertEquals(0, counter.waitFor(quota, cost, clock.millis()));
    counter.take(quota, cost, clock.millis());
  }

  private void settle(long used) {
    counter.settle(row(used), MovingClock.at("2027-03-27T20:00:00Z").millis());
  }

  private QuotaRow row(long used) {
    long start = MovingClock.at("2027-03-26T23:00:00Z").millis();
    return new QuotaRow("key_a", "day", start, start + DAY, used, start);
  }

  private Left left(Quota quota) {
    return counter.left(quota, clock.millis());
  }
}
