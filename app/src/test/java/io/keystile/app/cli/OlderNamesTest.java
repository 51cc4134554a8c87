package io.keystile.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OlderNamesTest {

  @ParameterizedTest
  @CsvSource({
    "API_RATE_LIMIT, many",
    "API_RATE_LIMIT, 0",
    "API_RATE_LIMIT, ''",
    "API_RATE_LIMIT, 100/1h",
    "ALLOWED_IPS, ''",
    "ALLOWED_IPS, 'a, b'",
    "ALLOWED_IPS, '*, 10.0.0.1'",
    "DISABLE_AUTH, perhaps",
    "BRUTE_FORCE_PROTECTION_ENABLED, 2",
    "BRUTE_FORCE_MAX_FAILED_ATTEMPTS, 101",
    "BRUTE_FORCE_TTL_SECONDS, 15m",
    "BRUTE_FORCE_INITIAL_BLOCK_SECONDS, -1",
    "BRUTE_FORCE_BLOCK_MULTIPLIER, 0.5",
    "BRUTE_FORCE_MAX_BLOCK_SECONDS, 99999999999"
  })
  void namesTheVariableThatCannotBeRead(String name, String value) {
    CommandException refused =
        assertThrows(CommandException.class, () -> OlderNames.settings(Map.of(name, value)));
    assertEquals(ExitCode.USAGE, refused.exitCode());
    assertTrue(String.valueOf(refused.getMessage()).startsWith(name + " "));
  }

  @Test
  void setsNothingByItself() {
    assertEquals(Map.of(), OlderNames.settings(Map.of("PATH", "/bin")));
  }

  @ParameterizedTest
  @CsvSource({
    "API_RATE_LIMIT, 100, keystile.limits.default, 100/1h",
    "ALLOWED_IPS, *, keystile.addresses.allow, *",
    "ALLOWED_IPS, '10.0.0.1 , ::1', keystile.addresses.allow, '10.0.0.1,::1'",
    "DISABLE_AUTH, true, keystile.enabled, false",
    "DISABLE_AUTH, false, keystile.enabled, true",
    "BRUTE_FORCE_PROTECTION_ENABLED, no, keystile.brute-force.enabled, false",
    "BRUTE_FORCE_MAX_FAILED_ATTEMPTS, 7, keystile.brute-force.max-failures, 7",
    "BRUTE_FORCE_TTL_SECONDS, 900, keystile.brute-force.window, 900s",
    "BRUTE_FORCE_INITIAL_BLOCK_SECONDS, 30, keystile.brute-force.initial-block, 30s",
    "BRUTE_FORCE_BLOCK_MULTIPLIER, 2.5, keystile.brute-force.multiplier, 2.5",
    "BRUTE_FORCE_MAX_BLOCK_SECONDS, 3600, keystile.brute-force.max-block, 3600s"
  })
  void standsForASettingOfToday(String name, String value, String setting, String expected) {
    Map<String, Object> settings = OlderNames.settings(Map.of(name, value));
    assertEquals(1, settings.size());
    assertEquals(expected, String.valueOf(settings.get(setting)));
  }
}
