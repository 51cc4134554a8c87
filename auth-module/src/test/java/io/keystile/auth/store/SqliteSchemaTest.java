package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSchemaTest {

  @ParameterizedTest
  @ValueSource(strings = {"2.8.17", "3.7", "3.50.4", "3.51.2", "3.52.0", "3.52.9"})
  void refusesVersionsThatCanCorruptTheFile(String version) {
    assertFalse(SqliteSchema.isSafe(version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.51.3", "3.51.10", "3.53.0", "3.54.1", "3.100.0", "4.0.0"})
  void takesSafeVersions(String version) {
    assertTrue(SqliteSchema.isSafe(version));
  }
}
