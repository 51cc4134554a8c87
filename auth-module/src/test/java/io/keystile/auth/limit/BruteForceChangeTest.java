package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.settings.Live;
import io.keystile.auth.settings.LiveValues;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Other rules while failures and blocks are there. */
class BruteForceChangeTest {

  private static final ClientIp ADDRESS = GuardFixture.ip("192.0.2.1");
  private static final int MANY = 5_000;

  private final GuardFixture.Rules rules = new GuardFixture.Rules();
  private final Live<BruteForceConfiguration> live = Live.of(rules.build());
  private final GuardFixture fixture = new GuardFixture(live);

  @Test
  void fewerFailuresBlockAtTheNextOne() {
    fixture.fail(ADDRESS, 4);
    change(changed -> changed.maxFailures = 3);
    assertNull(fixture.blockedFor(ADDRESS));
    fixture.fail(ADDRESS);
    assertEquals(Duration.ofSeconds(30), fixture.blockedFor(ADDRESS));
  }

  @Test
  void oneFailureBlocksAtTheNextOne() {
    fixture.fail(ADDRESS, 4);
    change(changed -> changed.maxFailures = 1);
    assertNull(fixture.blockedFor(ADDRESS));
    fixture.fail(ADDRESS);
    assertNotNull(fixture.blockedFor(ADDRESS));
  }

  @Test
  void moreFailuresCountThoseOfBefore() {
    fixture.fail(ADDRESS, 4);
    change(changed -> changed.maxFailures = 7);
    fixture.fail(ADDRESS, 2);
    assertNull(fixture.blockedFor(ADDRESS));
    fixture.fail(ADDRESS);
    assertNotNull(fixture.blockedFor(ADDRESS));
  }

  @Test
  void blocksEndWhenTheyWereToAndTheLevelStays() {
    fixture.fail(ADDRESS, 5);
    change(
        changed -> {
          changed.maxFailures = 2;
          changed.initialBlock = Duration.ofSeconds(1);
        });
    assertEquals(Duration.ofSeconds(30), fixture.blockedFor(ADDRESS));
    fixture.clock.advance(Duration.ofSeconds(30));
    assertNull(fixture.blockedFor(ADDRESS));
    fixture.fail(ADDRESS, 2);
    assertEquals(Duration.ofSeconds(2), fixture.blockedFor(ADDRESS));
  }

  @Test
  void theLevelOfAnAddressWithoutFailuresStays() {
    fixture.fail(ADDRESS, 5);
    fixture.clock.advance(Duration.ofSeconds(31));
    assertNull(fixture.blockedFor(ADDRESS));
    change(changed -> changed.maxFailures = 2);
    fixture.fail(ADDRESS, 2);
    assertEquals(Duration.ofSeconds(60), fixture.blockedFor(ADDRESS));
  }

  @Test
  void aShorterWindowForgetsWhatIsOlder() {
    fixture.fail(ADDRESS, 4);
    fixture.clock.advance(Duration.ofMinutes(2));
    change(changed -> changed.window = Duration.ofMinutes(1));
    fixture.fail(ADDRESS, 4);
    assertNull(fixture.blockedFor(ADDRESS));
  }

  @Test
  void nobodyIsForgotten() {
    for (int i = 0; i < MANY; i++) {
      fixture.fail(address(i), i % 2 == 0 ? 4 : 5);
    }
    change(changed -> changed.maxFailures = 100);
    change(changed -> changed.maxFailures = 5);
    for (int i = 0; i < MANY; i++) {
      if (i % 2 == 0) {
        assertNull(fixture.blockedFor(address(i)));
        fixture.fail(address(i));
      }
      assertNotNull(fixture.blockedFor(address(i)));
    }
  }

  @Test
  void switchedOffNobodyIsBlockedAndSwitchedOnTheBlockGoesOn() {
    fixture.fail(ADDRESS, 5);
    change(changed -> changed.enabled = false);
    assertNull(fixture.blockedFor(ADDRESS));
    change(changed -> changed.enabled = true);
    assertEquals(Duration.ofSeconds(30), fixture.blockedFor(ADDRESS));
  }

  @Test
  void evaluationsUnderWayComeToTheirEndUnderFewerPlaces() {
    CompletableFuture<Verdict> first = new CompletableFuture<>();
    CompletableFuture<Verdict> second = new CompletableFuture<>();
    var one = fixture.guard.evaluate(ADDRESS, false, () -> first).toCompletableFuture();
    var two = fixture.guard.evaluate(ADDRESS, false, () -> second).toCompletableFuture();
    change(changed -> changed.maxFailures = 1);
    var waiting =
        fixture
            .guard
            .evaluate(ADDRESS, false, () -> CompletableFuture.completedFuture(GuardFixture.UNKNOWN))
            .toCompletableFuture();
    first.complete(GuardFixture.UNKNOWN);
    assertEquals(GuardFixture.UNKNOWN, one.join());
    fixture.executor.runAll();
    assertEquals(Reason.TOO_MANY_FAILED_ATTEMPTS, ((Verdict.Rejected) waiting.join()).reason());
    second.complete(GuardFixture.UNKNOWN);
    assertEquals(GuardFixture.UNKNOWN, two.join());
  }

  private void change(Consumer<GuardFixture.Rules> how) {
    how.accept(rules);
    LiveValues.change(live, rules.build());
  }

  private static ClientIp address(int number) {
    return GuardFixture.ip("10.0." + number / 250 + "." + number % 250);
  }
}
