package io.keystile.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.LogLines;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.settings.Setting.Origin;
import io.keystile.auth.settings.Setting.Source;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored against what is configured, and what is stored wrongly. */
class SettingPrecedenceTest {

  @TempDir Path folder;

  @Test
  void theConfigurationWinsAndSaysWhichPartOfItDoes() throws SQLException {
    TestStore.open(file()).close();
    store("keystile.reading.query", "true");
    store("keystile.keys.prefix", "stored-");
    store("keystile.addresses.allow", "192.0.2.1");
    store("keystile.errors.realm", "stored");
    try (ApplicationContext context =
        ApplicationContext.builder()
            .properties(Map.of("keystile.db", file().toString(), "keystile.reading.query", "no"))
            .propertySources(
                new Variables(Map.of("KEYSTILE_KEYS_PREFIX", "sk-", "KEYSTILE_ERRORS_REALM", "a")),
                PropertySource.of(
                    "file",
                    Map.of(
                        "keystile.addresses.allow",
                        List.of("10.0.0.0/8", "::1"),
                        "keystile.errors.realm",
                        "b"),
                    -250))
            .start()) {
      Settings settings = context.getBean(Settings.class);
      assertSetting("false", Origin.COMMAND_LINE, settings.get("keystile.reading.query"));
      assertSetting("sk-", Origin.ENVIRONMENT, settings.get("keystile.keys.prefix"));
      assertSetting("10.0.0.0/8,::1", Origin.FILE, settings.get("keystile.addresses.allow"));
      assertSetting("a", Origin.ENVIRONMENT, settings.get("keystile.errors.realm"));
      var refusal =
          assertThrows(
              SettingRefusedException.class, () -> settings.set("keystile.reading.query", "true"));
      assertTrue(String.valueOf(refusal.getMessage()).contains("set by the command line"));
      assertThrows(SettingRefusedException.class, () -> settings.reset("keystile.reading.query"));
    }
  }

  @Test
  void aBlankConfiguredValueDecidesOnlyWhereItMeansSomething() throws SQLException {
    TestStore.open(file()).close();
    store("keystile.keys.max-lifetime", "2d");
    store("keystile.trusted-proxies", "10.0.0.1");
    try (TestStore store =
        TestStore.open(
            file(), Map.of("keystile.keys.max-lifetime", "", "keystile.trusted-proxies", ""))) {
      Settings settings = store.bean(Settings.class);
      assertEquals("2d", settings.get("keystile.keys.max-lifetime").value());
      assertEquals(Source.CONFIGURATION, settings.get("keystile.trusted-proxies").source());
      assertEquals("", settings.get("keystile.trusted-proxies").value());
    }
  }

  @Test
  void aStoredValueThatCannotBeUsedNeitherStopsNorOpensAStart() throws Exception {
    TestStore.open(file()).close();
    store("keystile.addresses.allow", "10.0.0.0/8,nowhere");
    store("keystile.keys.max-lifetime", "soon");
    store("keystile.keys.default-scopes", "Chat!");
    store("keystile.limits.default", "often");
    store("keystile.errors.format", "xml");
    store("keystile.no-such-setting", "x");
    try (LogLines log = LogLines.of(LiveGroup.class);
        TestStore store = TestStore.open(file())) {
      Settings settings = store.bean(Settings.class);
      assertInForce("0.0.0.0", settings.get("keystile.addresses.allow"));
      assertInForce("1h", settings.get("keystile.keys.max-lifetime"));
      assertInForce("1/1s", settings.get("keystile.limits.default"));
      assertInForce("openai", settings.get("keystile.errors.format"));
      var issued = store.keys().issue(KeySettings.named("late")).key();
      assertEquals(Scopes.NONE, issued.settings().scopes());
      Instant end = store.clock().instant().plus(Duration.ofHours(1));
      assertEquals(end, issued.expiresAt());
      String said = "";
      while (!log.isEmpty()) {
        said += log.next() + "\n";
      }
      assertEquals(5, said.lines().count(), said);
      assertTrue(
          said.contains("keystile.addresses.allow cannot be used; in force is \"0.0.0.0\""), said);
      assertFalse(said.contains("nowhere"), said);
      settings.set("keystile.reading.query", "true");
      assertTrue(log.isEmpty(), "said once");
      assertNull(settings.set("keystile.addresses.allow", "10.0.0.0/8").warning());
    }
  }

  @Test
  void whatWasInForceStaysWhenTheStoredValueIsSpoiltWhileItRuns() throws Exception {
    try (TestStore store = TestStore.open(file());
        LogLines log = LogLines.of(LiveGroup.class)) {
      Settings settings = store.bean(Settings.class);
      settings.set("keystile.addresses.allow", "10.0.0.0/8");
      store("keystile.addresses.allow", "nowhere");
      store("keystile.addresses.deny", "nowhere");
      store.bean(StoredSettings.class).everythingChanged();
      store.bean(StoredSettings.class).everythingChanged();
      assertInForce("10.0.0.0/8", settings.get("keystile.addresses.allow"));
      assertInForce("", settings.get("keystile.addresses.deny"));
      assertTrue(log.next().contains("keystile.addresses.allow"));
      assertTrue(log.next().contains("keystile.addresses.deny"));
      assertTrue(log.isEmpty(), "said once");
    }
  }

  @Test
  void aStoredValueThatTheConfigurationDoesNotLeaveRoomForIsPassedOver() throws Exception {
    try (TestStore store = TestStore.open(file())) {
      store.bean(Settings.class).set("keystile.brute-force.initial-block", "30m");
    }
    try (TestStore store =
        TestStore.open(file(), Map.of("keystile.brute-force.max-block", "10m"))) {
      Settings settings = store.bean(Settings.class);
      assertInForce("30s", settings.get("keystile.brute-force.initial-block"));
      settings.set("keystile.brute-force.max-failures", "3");
      assertEquals("3", settings.get("keystile.brute-force.max-failures").value());
    }
  }

  private static void assertSetting(String value, Origin origin, Setting setting) {
    assertEquals(value, setting.value());
    assertEquals(Source.CONFIGURATION, setting.source());
    assertEquals(origin, setting.origin());
    assertFalse(setting.changeable());
  }

  private static void assertInForce(String value, Setting setting) {
    assertEquals(value, setting.value());
    assertEquals(Source.STORED, setting.source());
    assertTrue(String.valueOf(setting.warning()).contains("cannot be used"));
  }

  private void store(String name, String value) throws SQLException {
    TestStore.execute(
        file(),
        "INSERT INTO keystile_setting (name, value, changed_at) VALUES ('%s', '%s', 1)"
                .formatted(name, value)
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
  }

  private Path file() {
    return folder.resolve("keys.db");
  }

  /** Variables that stand where those of the environment do. */
  private static final class Variables extends MapPropertySource {

    Variables(Map<String, String> variables) {
      super("variables", variables);
    }

    @Override
    public int getOrder() {
      return -200;
    }

    @Override
    public PropertyConvention getConvention() {
      return PropertyConvention.ENVIRONMENT_VARIABLE;
    }
  }
}
