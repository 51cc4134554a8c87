package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreConfigurationTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "connections, 0, must be 1 to 64",
    "connections, 65, must be 1 to 64",
    "poll-interval, 0ms, must be 1ms to 1s",
    "poll-interval, 1001ms, must be 1ms to 1s",
    "busy-timeout, -1s, must be 0s to 1m",
    "busy-timeout, 61s, must be 0s to 1m"
  })
  void refusesValuesOutOfRange(String name, String value, String words) {
    String setting = "keystile.store." + name;
    RuntimeException fault =
        assertThrows(RuntimeException.class, () -> read(Map.of(setting, value)));
    assertTrue(rootMessage(fault).equals(setting + " " + words), rootMessage(fault));
  }

  @Test
  void hasDefaults() {
    assertEquals(
        new StoreConfiguration(true, Duration.ofSeconds(5), Duration.ofMillis(50), 4),
        read(Map.of()));
  }

  @Test
  void takesEverySetting() {
    assertEquals(
        new StoreConfiguration(false, Duration.ofSeconds(1), Duration.ofMillis(100), 2),
        read(
            Map.of(
                "keystile.store.create",
                false,
                "keystile.store.busy-timeout",
                "1s",
                "keystile.store.poll-interval",
                "100ms",
                "keystile.store.connections",
                2)));
  }

  private StoreConfiguration read(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    Path file = folder.resolve("keys.db");
    if (settings.containsKey("keystile.store.create")) {
      ApplicationContext.run(Map.of("keystile.db", file.toString())).close();
    }
    all.put("keystile.db", file.toString());
    try (ApplicationContext context = ApplicationContext.run(all)) {
      return context.getBean(StoreConfiguration.class);
    }
  }

  private static String rootMessage(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
