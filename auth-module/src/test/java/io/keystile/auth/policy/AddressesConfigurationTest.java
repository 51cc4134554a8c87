package io.keystile.auth.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import io.keystile.auth.address.AddressRules;
import io.keystile.auth.address.Precedence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesConfigurationTest {

  private static final String ALLOW = "keystile.addresses.allow";
  private static final String EMPTY = ALLOW + " is empty; name the addresses that are let in";

  @TempDir static Path folder;

  /** CVE-2026-110719: a list that is set and empty must not mean everyone. */
  @Test
  void stopsTheStartOnAnEmptyAllowList() {
    assertStops(EMPTY, Map.of(ALLOW, ""));
    assertStops(EMPTY, Map.of(ALLOW, " , "));
    assertStops(EMPTY, Map.of(ALLOW, List.of()));
    // A YAML list whose entries are commented out.
    Map<String, Object> commentedOut = new HashMap<>();
    commentedOut.put(ALLOW, null);
    assertStops(EMPTY, commentedOut);
  }

  @Test
  void stopsTheStartOnWhatIsNoAddress() {
    assertStops(ALLOW + ": \"10.0.0.1/8\" has bits set", Map.of(ALLOW, "::1, 10.0.0.1/8"));
    assertStops(
        "keystile.addresses.deny: \"127.1\" is not an IP address",
        Map.of("keystile.addresses.deny", List.of("127.1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0/33|needs a prefix length of 0 to 32",
        "::1%lo|without leading zeros, port, brackets, zone or wildcard",
        "10.*|without leading zeros, port, brackets, zone or wildcard",
        "localhost|write it like 192.0.2.1 or 2001:db8::1",
      })
  void namesSettingValueAndRemedy(String value, String remedy) {
    assertRefused(ALLOW + ": \"" + value + '"', List.of(value), List.of());
    assertRefused(remedy, List.of(value), List.of());
    assertRefused("keystile.addresses.deny: \"" + value + '"', List.of("*"), List.of(value));
  }

  @Test
  void refusesTheStarBesideOthers() {
    assertRefused(ALLOW + ": \"*\" lets everyone in; remove it", List.of("*", "::1"), List.of());
  }

  @Test
  void letsEveryoneInByDefault() {
    AddressesConfiguration configuration = bound(Map.of());
    assertEquals(
        new AddressesConfiguration(List.of("*"), List.of(""), Precedence.ALLOW), configuration);
    assertEquals(AddressRules.NONE, configuration.rules());
  }

  @Test
  void bindsEveryKey() {
    assertEquals(
        new AddressesConfiguration(
            List.of("10.0.0.0/8", "::1"), List.of("10.1.0.0/16"), Precedence.DENY),
        bound(
            Map.of(
                ALLOW,
                "10.0.0.0/8, ::1",
                "keystile.addresses.deny",
                List.of("10.1.0.0/16"),
                "keystile.addresses.precedence",
                "deny")));
  }

  private static AddressesConfiguration bound(Map<String, Object> settings) {
    try (TestServer server = TestServer.start("none", folder, settings)) {
      return server.bean(AddressesConfiguration.class);
    }
  }

  private static void assertStops(String message, Map<String, Object> settings) {
    assertMessage(message, assertThrows(RuntimeException.class, () -> bound(settings)));
  }

  private static void assertRefused(String message, List<String> allow, List<String> deny) {
    assertMessage(
        message,
        assertThrows(
            IllegalArgumentException.class,
            () -> new AddressesConfiguration(allow, deny, Precedence.ALLOW)));
  }

  private static void assertMessage(String expected, RuntimeException actual) {
    String message = String.valueOf(actual.getMessage());
    assertTrue(message.contains(expected), message);
  }
}
