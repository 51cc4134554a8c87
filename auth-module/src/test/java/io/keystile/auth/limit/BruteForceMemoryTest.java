package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BruteForceMemoryTest {

  private static final long BOUND = 64L * 1024 * 1024;
  private static final ClientIp BLOCKED = GuardFixture.ip("203.0.113.7");
  private static final ClientIp COUNTED = GuardFixture.ip("203.0.113.8");

  private final GuardFixture fixture = GuardFixture.standard();

  @Test
  void tellsAMillionAddressesApartInSixtyFourMebibytes() {
    flood(fixture, 0, 1_000_000);
    assertEquals(1_000_000, size(fixture));
    assertTrue(bytes(fixture) <= BOUND, () -> bytes(fixture) + " bytes");
    assertEquals(0, fixture.blocked.list().size());
  }

  @Test
  void aHigherThresholdTakesNoMoreRoom() {
    GuardFixture.Rules rules = new GuardFixture.Rules();
    rules.maxFailures = 100;
    GuardFixture high = new GuardFixture(rules.build());
    flood(high, 0, 200_000);
    assertTrue(bytes(high) <= BOUND, () -> bytes(high) + " bytes");
  }

  @Test
  void aFloodDrivesNobodyOut() {
    fixture.fail(COUNTED, 4);
    fixture.fail(BLOCKED, 5);
    flood(fixture, 0, 2_000_000);
    assertTrue(bytes(fixture) <= BOUND, () -> bytes(fixture) + " bytes");
    assertEquals(Duration.ofSeconds(30), fixture.blockedFor(BLOCKED));
    assertNull(fixture.blockedFor(COUNTED));
    fixture.fail(COUNTED);
    assertEquals(Duration.ofSeconds(30), fixture.blockedFor(COUNTED));
  }

  @Test
  void newcomersShareOneCountWhileTheTableIsFull() {
    GuardFixture full = full();
    ClientIp newcomer = GuardFixture.ip("198.51.100.1");
    Verdict.Rejected refused = (Verdict.Rejected) full.fail(newcomer);
    assertEquals(Reason.TOO_MANY_FAILED_ATTEMPTS, refused.reason());
    assertNull(full.guard.refusal(newcomer, false));
    assertTrue(
        full.blocked.list().stream().anyMatch(b -> b.address().equals(AddressGroup.OVERFLOW)));
  }

  @Test
  void makesRoomWhenEntriesAreForgotten() {
    GuardFixture full = full();
    full.clock.advance(Duration.ofMinutes(15));
    ClientIp newcomer = GuardFixture.ip("198.51.100.1");
    full.fail(newcomer, 5);
    assertNotNull(full.blockedFor(newcomer));
  }

  @Test
  void givesMemoryBackAfterAFlood() {
    flood(fixture, 0, 100_000);
    long before = bytes(fixture);
    fixture.clock.advance(Duration.ofMinutes(15));
    fixture.clockwork.shrink();
    assertEquals(0, size(fixture));
    assertTrue(bytes(fixture) < before / 50, () -> bytes(fixture) + " bytes");
  }

  private static GuardFixture full() {
    GuardFixture.Rules rules = new GuardFixture.Rules();
    rules.maxTracked = 1000;
    GuardFixture full = new GuardFixture(rules.build());
    flood(full, 0, 20_000);
    return full;
  }

  private static void flood(GuardFixture fixture, int from, int to) {
    for (int i = from; i < to; i++) {
      fixture.fail(new ClientIp(0x2001_0db8_0000_0000L + i, 1));
    }
  }

  private static int size(GuardFixture fixture) {
    return fixture.table.all().stream().mapToInt(FailureStripe::size).sum();
  }

  private static long bytes(GuardFixture fixture) {
    return fixture.table.all().stream().mapToLong(FailureStripe::bytes).sum();
  }
}
