package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheConfigurationTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "size, -1",
    "unknown-size, -1",
    "max-age, -1s",
    "max-age, 3601s",
    "unknown-max-age, -1s",
    "unknown-max-age, 61s"
  })
  void refusesValuesOutOfRange(String name, String value) {
    RuntimeException fault =
        assertThrows(RuntimeException.class, () -> read(Map.of("keystile.cache." + name, value)));
    assertTrue(String.valueOf(fault.getMessage()).contains("keystile.cache"), fault.getMessage());
  }

  @Test
  void hasDefaults() {
    assertEquals(
        new CacheConfiguration(100_000, Duration.ofMinutes(1), 10_000, Duration.ofSeconds(5)),
        read(Map.of()));
  }

  @Test
  void takesEverySetting() {
    assertEquals(
        new CacheConfiguration(1, Duration.ofSeconds(2), 3, Duration.ofSeconds(4)),
        read(
            Map.of(
                "keystile.cache.size",
                1,
                "keystile.cache.max-age",
                "2s",
                "keystile.cache.unknown-size",
                3,
                "keystile.cache.unknown-max-age",
                "4s")));
  }

  private CacheConfiguration read(Map<String, Object> settings) {
    try (TestStore store = TestStore.open(folder.resolve("keys.db"), settings)) {
      return store.bean(CacheConfiguration.class);
    }
  }
}
