package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Reason;
import io.keystile.auth.TestClock;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BruteForceLadderTest {

  private static final ClientIp CALLER = GuardFixture.ip("203.0.113.7");

  private final GuardFixture fixture = GuardFixture.standard();
  private final TestClock clock = fixture.clock;

  @Test
  void blocksAfterTheFifthFailure() {
    for (int i = 0; i < 5; i++) {
      assertNull(fixture.blockedFor(CALLER));
      assertSame(GuardFixture.UNKNOWN, fixture.fail(CALLER));
    }
    Verdict.Rejected refused = (Verdict.Rejected) fixture.fail(CALLER);
    assertEquals(Reason.TOO_MANY_FAILED_ATTEMPTS, refused.reason());
    assertEquals(Duration.ofSeconds(30), refused.retryAfter());
    assertEquals(refused, fixture.guard.refusal(CALLER, false));
  }

  @Test
  void doublesEachBlockUpToTheLongest() {
    for (long seconds : new long[] {30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600}) {
      fixture.fail(CALLER, 5);
      assertEquals(Duration.ofSeconds(seconds), fixture.blockedFor(CALLER));
      clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
      assertEquals(Duration.ofMillis(1), fixture.blockedFor(CALLER));
      clock.advance(Duration.ofMillis(1));
      assertNull(fixture.blockedFor(CALLER));
    }
  }

  @Test
  void followsTheConfiguredLadder() {
    GuardFixture.Rules rules = new GuardFixture.Rules();
    rules.maxFailures = 1;
    rules.initialBlock = Duration.ofSeconds(10);
    rules.multiplier = 1.5;
    rules.maxBlock = Duration.ofSeconds(20);
    GuardFixture other = new GuardFixture(rules.build());
    for (long millis : new long[] {10_000, 15_000, 20_000, 20_000}) {
      other.fail(CALLER);
      assertEquals(Duration.ofMillis(millis), other.blockedFor(CALLER));
      other.clock.advance(Duration.ofMillis(millis));
    }
  }

  @Test
  void aBlockUsesItsFailuresUp() {
    fixture.fail(CALLER, 5);
    clock.advance(Duration.ofSeconds(30));
    fixture.fail(CALLER, 4);
    assertNull(fixture.blockedFor(CALLER));
    fixture.fail(CALLER);
    assertEquals(Duration.ofSeconds(60), fixture.blockedFor(CALLER));
  }

  @Test
  void forgetsFailuresOneByOneAfterTheWindow() {
    for (int i = 0; i < 4; i++) {
      fixture.fail(CALLER);
      clock.advance(Duration.ofSeconds(100));
    }
    // The first has just left the window; the other three have not.
    clock.set(TestClock.START.plusSeconds(900));
    fixture.fail(CALLER);
    assertNull(fixture.blockedFor(CALLER));
    clock.set(TestClock.START.plusSeconds(1000).minusMillis(1));
    fixture.fail(CALLER);
    assertEquals(Duration.ofSeconds(30), fixture.blockedFor(CALLER));
  }

  @Test
  void blocksWhenTheFirstFailureIsStillInTheWindow() {
    fixture.fail(CALLER, 4);
    clock.advance(Duration.ofMinutes(15).minusMillis(1));
    fixture.fail(CALLER);
    assertEquals(Duration.ofSeconds(30), fixture.blockedFor(CALLER));
  }

  @Test
  void forgetsTheLevelAfterAQuietWindow() {
    fixture.fail(CALLER, 5);
    clock.advance(Duration.ofSeconds(30 + 900));
    fixture.fail(CALLER, 5);
    assertEquals(Duration.ofSeconds(30), fixture.blockedFor(CALLER));
  }

  @Test
  void keepsTheLevelWhileFailuresGoOn() {
    fixture.fail(CALLER, 5);
    clock.advance(Duration.ofSeconds(30 + 899));
    fixture.fail(CALLER);
    clock.advance(Duration.ofSeconds(899));
    fixture.fail(CALLER, 4);
    assertEquals(Duration.ofSeconds(60), fixture.blockedFor(CALLER));
  }

  @Test
  void tellsOfBlocksAndTheirEnds() {
    fixture.fail(CALLER, 5);
    assertEquals(List.of("blocked 203.0.113.7 30 #1"), fixture.news);
    clock.advance(Duration.ofSeconds(30));
    fixture.clockwork.tick();
    fixture.clockwork.tick();
    assertEquals(List.of("blocked 203.0.113.7 30 #1", "unblocked 203.0.113.7"), fixture.news);
    assertFalse(fixture.table.isAnyBlocked());
  }

  @Test
  void listsAndUnblocks() {
    fixture.fail(CALLER, 5);
    AddressGroup group = AddressGroup.of(CALLER);
    assertEquals(
        List.of(new BlockedAddress(group, TestClock.START.plusSeconds(30), 1)),
        fixture.blocked.list());
    assertTrue(fixture.blocked.unblock(group));
    assertFalse(fixture.blocked.unblock(group));
    assertEquals(List.of(), fixture.blocked.list());
    assertEquals("unblocked 203.0.113.7 by operator", fixture.news.get(1));
    fixture.fail(CALLER, 5);
    assertEquals(Duration.ofSeconds(30), fixture.blockedFor(CALLER));
  }
}
