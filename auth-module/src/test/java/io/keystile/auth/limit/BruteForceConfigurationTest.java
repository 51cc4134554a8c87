package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BruteForceConfigurationTest {

  private static final String PREFIX = "keystile.brute-force.";

  @TempDir Path folder;

  @Test
  void hasTheDocumentedDefaults() {
    assertEquals(new GuardFixture.Rules().build(), read(Map.of()));
  }

  @Test
  void takesEverySetting() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("enabled", "false");
    settings.put("max-failures", "3");
    settings.put("window", "60s");
    settings.put("initial-block", "5s");
    settings.put("multiplier", "1.5");
    settings.put("max-block", "10m");
    settings.put("trusted-addresses", "10.0.0.0/8,2001:db8::/32");
    settings.put("reset-on-success", "true");
    settings.put("max-waiting", "7");
    settings.put("max-wait", "250ms");
    settings.put("max-tracked", "2000");
    assertEquals(
        new BruteForceConfiguration(
            false,
            3,
            Duration.ofMinutes(1),
            Duration.ofSeconds(5),
            1.5,
            Duration.ofMinutes(10),
            List.of("10.0.0.0/8", "2001:db8::/32"),
            true,
            7,
            Duration.ofMillis(250),
            2000),
        read(settings));
  }

  @Test
  void trustsNobodyWhenTheListIsEmpty() {
    assertEquals(List.of(), read(Map.of("trusted-addresses", "")).trustedAddresses());
    assertEquals(List.of(), read(Map.of("trusted-addresses", List.of())).trustedAddresses());
  }

  @ParameterizedTest
  @CsvSource({
    "max-failures, 0, must be 1 to 100: 0",
    "max-failures, 101, must be 1 to 100: 101",
    "window, 999ms, must be PT1S to PT168H: PT0.999S",
    "window, 8d, must be PT1S to PT168H: PT192H",
    "initial-block, 0s, must be PT1S to PT1H: PT0S",
    "initial-block, 2h, must be PT1S to PT1H: PT2H",
    "max-block, 8d, must be PT1S to PT168H: PT192H",
    "multiplier, 0.5, must be 1.0 to 100.0: 0.5",
    "multiplier, NaN, must be 1.0 to 100.0: NaN",
    "max-waiting, -1, must be 0 to 100000: -1",
    "max-wait, 2m, must be PT0S to PT1M: PT2M",
    "max-tracked, 10, must be 1000 to 16000000: 10",
  })
  void refusesWhatIsOutOfRange(String name, String value, String message) {
    Throwable cause = rootCause(assertThrows(Exception.class, () -> read(Map.of(name, value))));
    assertEquals(PREFIX + name + " " + message, cause.getMessage());
  }

  @Test
  void stopsTheStartForWhatIsNotAnAddress() {
    Throwable cause =
        assertThrows(Exception.class, () -> read(Map.of("trusted-addresses", "10.0.0.1/8")));
    assertTrue(
        Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
            .anyMatch(e -> e.toString().contains(PREFIX + "trusted-addresses: ")));
  }

  private BruteForceConfiguration read(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    settings.forEach((name, value) -> all.put(PREFIX + name, value));
    all.put("keystile.db", folder.resolve("keys.db").toString());
    try (ApplicationContext context = ApplicationContext.run(all)) {
      return context.getBean(BruteForceConfiguration.class);
    }
  }

  private static Throwable rootCause(Throwable fault) {
    return fault.getCause() == null ? fault : rootCause(fault.getCause());
  }
}
