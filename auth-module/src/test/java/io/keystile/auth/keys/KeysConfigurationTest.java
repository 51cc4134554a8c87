package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.Scopes;
import io.keystile.auth.TestClock;
import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysConfigurationTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "prefix, 1x",
    "prefix, k s",
    "default-scopes, Chat",
    "default-scopes, chat:*:x",
    "max-lifetime, 0s",
    "max-lifetime, -1s"
  })
  void refusesValuesOutOfRange(String name, String value) {
    assertThrows(
        RuntimeException.class,
        () -> {
          try (TestStore store = open(Map.of("keystile.keys." + name, value))) {
            store.issue("first");
          }
        });
  }

  @Test
  void hasDefaults() {
    try (TestStore store = open(Map.of())) {
      assertEquals(
          new KeysConfiguration("ks_", List.of("*"), null, false),
          store.bean(KeysConfiguration.class));
      assertEquals(Scopes.ALL, store.issue("first").key().scopes());
    }
  }

  @Test
  void takesEverySetting() {
    try (TestStore store =
        open(
            Map.of(
                "keystile.keys.prefix",
                "sk-",
                "keystile.keys.default-scopes",
                "models:read,chat:write",
                "keystile.keys.max-lifetime",
                "10d"))) {
      IssuedKey key = store.issue("first");
      assertEquals(TestClock.START.plus(Duration.ofDays(10)), key.key().settings().expiresAt());
      assertEquals("sk-", key.secret().exposeText().substring(0, 3));
      assertEquals(Scopes.of("chat:write", "models:read"), key.key().scopes());
    }
  }

  private TestStore open(Map<String, Object> settings) {
    return TestStore.open(folder.resolve("keys.db"), settings);
  }
}
