package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.Scopes;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BruteForceCountingTest {

  static final Verdict ACCEPTED =
      new Verdict.Accepted(
          new ApiKey(
              new ApiKeyId("key_01JD0000000000000000000000"),
              "a",
              "ks_",
              null,
              Scopes.of("*"),
              Map.of()));

  private static final ClientIp CALLER = GuardFixture.ip("203.0.113.7");

  private final GuardFixture fixture = GuardFixture.standard();

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "203.0.113.7, ::ffff:203.0.113.7, true",
    "203.0.113.7, 203.0.113.8, false",
    "203.0.113.7, ::203.0.113.7, false",
    "255.255.255.255, ffff:ffff:ffff:ffff::, true",
  })
  void countsIpv4SinglyAndIpv6ByNetwork(String one, String other, boolean together) {
    fixture.fail(GuardFixture.ip(one), 5);
    assertEquals(together, fixture.blockedFor(GuardFixture.ip(other)) != null);
  }

  @Test
  void writesGroupsAsPeopleDo() {
    assertEquals("203.0.113.7", AddressGroup.of(CALLER).toString());
    assertEquals(
        "2001:db8:1:2::/64", AddressGroup.of(GuardFixture.ip("2001:db8:1:2:3::4")).toString());
    assertEquals("unknown", AddressGroup.of(null).toString());
    assertEquals("overflow", AddressGroup.OVERFLOW.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7", "2001:db8:1:2::/64", "unknown", "overflow"})
  void readsGroupsAsItWritesThem(String text) {
    assertEquals(text, AddressGroup.parse(text).toString());
  }

  @Test
  void readsSingleAddressesButNoOtherNetworks() {
    ClientIp address = GuardFixture.ip("2001:db8::7");
    assertEquals(AddressGroup.of(address), AddressGroup.parse("2001:db8::7"));
    for (String text : List.of("10.0.0.0/8", "2001:db8::/32", "nonsense")) {
      assertThrows(IllegalArgumentException.class, () -> AddressGroup.parse(text));
    }
  }

  @Test
  void countsNothingButUnknownKeys() {
    for (Reason reason :
        List.of(
            Reason.DISABLED_API_KEY,
            Reason.EXPIRED_API_KEY,
            Reason.INACTIVE_API_KEY,
            Reason.IP_NOT_ALLOWED,
            Reason.INSUFFICIENT_SCOPE,
            Reason.RATE_LIMIT_EXCEEDED,
            Reason.KEY_STORE_UNAVAILABLE)) {
      Verdict verdict = Verdict.Rejected.of(reason);
      for (int i = 0; i < 10; i++) {
        assertSame(verdict, evaluate(CALLER, verdict));
      }
    }
    assertNull(fixture.blockedFor(CALLER));
    for (int i = 0; i < 5; i++) {
      assertSame(GuardFixture.UNKNOWN, evaluate(CALLER, GuardFixture.UNKNOWN));
    }
    assertNotNull(fixture.blockedFor(CALLER));
  }

  @Test
  void refusesABlockedAddressWhateverItPresents() {
    fixture.fail(CALLER, 5);
    Verdict.Rejected refused = (Verdict.Rejected) evaluate(CALLER, ACCEPTED);
    assertEquals(Reason.TOO_MANY_FAILED_ATTEMPTS, refused.reason());
    assertEquals(Duration.ofSeconds(30), refused.retryAfter());
  }

  @Test
  void aSuccessClearsNothing() {
    fixture.fail(CALLER, 4);
    evaluate(CALLER, ACCEPTED);
    fixture.guard.succeeded(CALLER, false);
    fixture.fail(CALLER);
    assertNotNull(fixture.blockedFor(CALLER));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSuccessClearsWhereThatIsWanted(boolean cached) {
    GuardFixture.Rules rules = new GuardFixture.Rules();
    rules.resetOnSuccess = true;
    GuardFixture older = new GuardFixture(rules.build());
    older.fail(CALLER, 4);
    if (cached) {
      older.guard.succeeded(CALLER, false);
    } else {
      older
          .guard
          .evaluate(
              CALLER,
              false,
              () -> {
                older.guard.succeeded(CALLER, false);
                return done(ACCEPTED);
              })
          .toCompletableFuture()
          .join();
    }
    older.fail(CALLER, 4);
    assertNull(older.blockedFor(CALLER));
    older.fail(CALLER);
    older.guard.succeeded(CALLER, false);
    assertNotNull(older.blockedFor(CALLER));
  }

  @Test
  void countsNothingWhenSwitchedOff() {
    GuardFixture.Rules rules = new GuardFixture.Rules();
    rules.enabled = false;
    GuardFixture off = new GuardFixture(rules.build());
    for (int i = 0; i < 20; i++) {
      assertSame(GuardFixture.UNKNOWN, off.fail(CALLER));
      assertSame(
          GuardFixture.UNKNOWN,
          off.guard
              .evaluate(CALLER, false, () -> done(GuardFixture.UNKNOWN))
              .toCompletableFuture()
              .join());
    }
    assertNull(off.blockedFor(CALLER));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true, true",
    "127.0.0.1, false, false",
    "::1, true, true",
    "::1, false, false",
    "10.1.2.3, false, true",
    "203.0.113.7, true, false",
  })
  void exemptsTrustedAddressesAndLoopbackOnlyWhenLocal(
      String address, boolean local, boolean exempt) {
    GuardFixture.Rules rules = new GuardFixture.Rules();
    rules.trusted = List.of("127.0.0.1", "::1", "10.0.0.0/8");
    GuardFixture trusting = new GuardFixture(rules.build());
    ClientIp ip = GuardFixture.ip(address);
    for (int i = 0; i < 5; i++) {
      trusting.guard.countFailure(ip, local, GuardFixture.UNKNOWN);
    }
    assertEquals(exempt, trusting.guard.refusal(ip, local) == null);
  }

  @Test
  void callersWithoutAddressShareACountThatProvenKeysPass() {
    for (int i = 0; i < 5; i++) {
      fixture.fail((ClientIp) null);
    }
    assertNull(fixture.guard.refusal(null, false));
    Verdict.Rejected refused = (Verdict.Rejected) fixture.fail((ClientIp) null);
    assertEquals(Reason.TOO_MANY_FAILED_ATTEMPTS, refused.reason());
    assertEquals("unknown", fixture.blocked.list().get(0).address().toString());
    assertNull(fixture.blockedFor(CALLER));
  }

  private Verdict evaluate(ClientIp address, Verdict verdict) {
    return fixture.guard.evaluate(address, false, () -> done(verdict)).toCompletableFuture().join();
  }

  private static CompletableFuture<Verdict> done(Verdict verdict) {
    return CompletableFuture.completedFuture(verdict);
  }
}
