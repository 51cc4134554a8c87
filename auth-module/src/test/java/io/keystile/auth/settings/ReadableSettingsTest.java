package io.keystile.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.verify.CacheConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableSettingsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "keystile.enabled, maybe",
    "keystile.allow-open, sometimes",
    "keystile.guard, al",
    "keystile.cache.size, many",
    "keystile.cache.max-age, a minute",
    "keystile.brute-force.enabled, maybe",
    "keystile.brute-force.max-failures, five",
    "keystile.brute-force.multiplier, twice",
    "keystile.errors.format, xml",
    "keystile.addresses.precedence, both",
    "keystile.keys.max-lifetime, long",
    "keystile.store.busy-timeout, soon",
    "keystile.usage.flush-interval, 5 parsecs",
    "keystile.usage.retention, forever",
    "keystile.receipts.max, many",
    "keystile.receipts.max-age, a week",
    "keystile.reading.query, perhaps",
    "keystile.redact.check, sometimes"
  })
  void stopsTheStartAtAValueThatCannotBeRead(String name, String value) {
    Exception failure = assertThrows(Exception.class, () -> open(Map.of(name, value)).close());
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("The setting " + name + " cannot be read"), message);
    assertFalse(message.contains(value), message);
  }

  @Test
  void takesWhatCanBeRead() {
    try (TestStore store = open(Map.of("keystile.cache.max-age", "30s", "keystile.guard", "ALL"))) {
      assertEquals(Duration.ofSeconds(30), store.bean(CacheConfiguration.class).maxAge());
    }
  }

  private TestStore open(Map<String, Object> settings) {
    return TestStore.open(folder.resolve("keys.db"), settings);
  }
}
