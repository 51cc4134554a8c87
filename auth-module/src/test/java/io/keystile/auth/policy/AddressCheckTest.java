package io.keystile.auth.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.Scopes;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.address.AddressRules;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.address.Precedence;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.settings.Live;
import io.micronaut.context.env.DefaultEnvironment;
import io.micronaut.context.env.Environment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AddressCheckTest {

  private static final ApiKeyId ID = new ApiKeyId("key_01");
  private static final List<AddressEntry> NONE = List.of();
  private static final List<AddressEntry> TEN = List.of(AddressEntry.of("10.0.0.0/8"));

  @Test
  void refusesWithTheRecognisedKey() {
    Verdict.Rejected refusal = own(TEN, NONE, Precedence.ALLOW, "11.0.0.1");
    assertNotNull(refusal);
    assertEquals(Reason.IP_NOT_ALLOWED, refusal.reason());
    assertEquals(403, refusal.reason().status());
    assertEquals("Access denied from this IP address", refusal.message());
    assertEquals(ID, refusal.keyId());
  }

  @Test
  void refusesUnknownAddressesWhereARuleIsSet() {
    assertNotNull(own(TEN, NONE, Precedence.ALLOW, null));
    assertNotNull(own(NONE, TEN, Precedence.ALLOW, null));
    assertNull(own(NONE, NONE, Precedence.ALLOW, null));
    assertNotNull(global(List.of("*"), List.of("10.0.0.1"), Precedence.ALLOW, null));
    assertNull(global(List.of("*"), List.of(), Precedence.ALLOW, null));
  }

  @Test
  void followsThePrecedence() {
    assertNull(own(TEN, TEN, Precedence.ALLOW, "10.0.0.1"));
    assertNotNull(own(TEN, TEN, Precedence.DENY, "10.0.0.1"));
    assertNull(global(List.of("10.0.0.0/8"), List.of("10.0.0.1"), Precedence.ALLOW, "10.0.0.1"));
    assertNotNull(global(List.of("10.0.0.0/8"), List.of("10.0.0.1"), Precedence.DENY, "10.0.0.1"));
  }

  @Test
  void appliesTheGlobalListToEveryKey() {
    Verdict.Rejected refusal =
        global(List.of("192.0.2.0/24"), List.of(), Precedence.ALLOW, "10.0.0.1");
    assertNotNull(refusal);
    assertEquals(Reason.IP_NOT_ALLOWED, refusal.reason());
    assertEquals(ID, refusal.keyId());
    assertNull(global(List.of("192.0.2.0/24"), List.of(), Precedence.ALLOW, "192.0.2.7"));
    assertNull(global(List.of("192.0.2.0/24"), List.of(), Precedence.ALLOW, "::ffff:192.0.2.7"));
  }

  /** CVE-2026-40199: the mapped form of a listed address is that address. */
  @Test
  void knowsMappedAddresses() {
    assertNull(own(TEN, NONE, Precedence.ALLOW, "::ffff:10.0.0.1"));
    assertNotNull(own(NONE, TEN, Precedence.ALLOW, "::ffff:10.0.0.1"));
  }

  private static Verdict.@Nullable Rejected own(
      List<AddressEntry> allow,
      List<AddressEntry> deny,
      Precedence precedence,
      @Nullable String address) {
    AddressesConfiguration configuration =
        new AddressesConfiguration(List.of("*"), List.of(), precedence);
    return new AddressCheck(Live.of(configuration))
        .check(key(AddressRules.of(allow, deny)), call(address));
  }

  private static Verdict.@Nullable Rejected global(
      List<String> allow, List<String> deny, Precedence precedence, @Nullable String address) {
    try (Environment environment = new DefaultEnvironment(() -> List.of())) {
      return new GlobalAddressCheck(
              Live.of(new AddressesConfiguration(allow, deny, precedence)), environment)
          .check(key(AddressRules.NONE), call(address));
    }
  }

  private static StoredKey key(AddressRules rules) {
    ApiKey key = new ApiKey(ID, "name", "ks_…abcd", null, Scopes.NONE, Map.of());
    return StoredKey.of(
        key,
        1,
        StoredKey.Standing.ALWAYS,
        Long.MAX_VALUE,
        new StoredKey.Rules(List.of(), rules, KeyLimits.NONE));
  }

  private static Call call(@Nullable String address) {
    return new Call(0, address == null ? null : ClientIp.parse(address), List.of());
  }
}
