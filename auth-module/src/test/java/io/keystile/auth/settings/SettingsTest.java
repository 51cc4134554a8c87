package io.keystile.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.audit.AuditAge;
import io.keystile.auth.settings.Setting.Source;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static final String INITIAL = "keystile.brute-force.initial-block";
  private static final String QUERY = "keystile.reading.query";

  @TempDir static Path folder;
  private static Path file = Path.of("");
  private static TestStore store;
  private static Settings settings;

  @BeforeAll
  static void open() {
    file = folder.resolve("keys.db");
    store = TestStore.open(file, Map.of("micronaut.server.host", "127.0.0.1"));
    settings = store.bean(Settings.class);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @AfterEach
  void resetAll() throws SQLException {
    TestStore.execute(file, "DELETE FROM keystile_setting");
    store.bean(StoredSettings.class).everythingChanged();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keystile.reading.query | perhaps | true or false",
        "keystile.brute-force.max-failures | five | a whole number",
        "keystile.brute-force.max-failures | 0 | must be 1 to 100",
        "keystile.brute-force.max-failures | 1.5 | a whole number",
        "keystile.brute-force.multiplier | twice | a number such as 2.0",
        "keystile.brute-force.window | soon | a span of time",
        "keystile.brute-force.window | 8d | must be",
        "keystile.brute-force.trusted-addresses | 10.0.0.0/8,here | here",
        "keystile.errors.format | xml | one of: openai, problem",
        "keystile.errors.realm | say \"x\" | without quotes",
        "keystile.keys.prefix | 1x | prefix",
        "keystile.keys.default-scopes | Chat Write | scope",
        "keystile.keys.max-lifetime | 0s | longer than nothing",
        "keystile.keys.max-lifetime | '' | a span of time",
        "keystile.reading.order | cookie | bearer, header, query",
        "keystile.reading.headers | X Y | header names",
        "keystile.addresses.allow | '' | is empty",
        "keystile.addresses.allow | *,10.0.0.1 | lets everyone in",
        "keystile.addresses.allow | 010.0.0.1 | 010.0.0.1",
        "keystile.addresses.deny | here | here",
        "keystile.addresses.precedence | both | one of: allow, deny",
        "keystile.trusted-proxies | 0.0.0.0/0 | would believe every client",
        "keystile.forwarded-header | X Y | the name of one header",
        "keystile.limits.default | often | often",
        "keystile.limits.default-quotas | 10/fortnight | fortnight",
        "keystile.enabled | maybe | true or false",
        "keystile.cache.size | 5 | needs a restart",
        "keystile.db | other.db | needs a restart",
        "keystile.allow-open | true | needs a restart"
      })
  void refusesWhatWouldStopAStartAndChangesNothing(String name, String value, String reason)
      throws SQLException {
    Setting before = settings.get(name);
    int rows = audited().size();
    var refusal = assertThrows(SettingRefusedException.class, () -> settings.set(name, value));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(reason), message);
    assertEquals(before, settings.get(name));
    assertEquals(List.of(), stored());
    assertEquals(rows, audited().size());
  }

  @Test
  void refusesNamesThatNobodyCanSee() {
    for (String name : List.of("keystile.keys.pepper", "keystile.api-key", "no.such", "")) {
      assertThrows(SettingNotFoundException.class, () -> settings.get(name));
      assertThrows(SettingNotFoundException.class, () -> settings.set(name, "x"));
      assertThrows(SettingNotFoundException.class, () -> settings.reset(name));
    }
  }

  @Test
  void refusesAVeryLongValue() {
    String value = "10.0.0.1,".repeat(Settings.MAX_LENGTH / 9 + 1);
    assertThrows(
        SettingRefusedException.class, () -> settings.set("keystile.addresses.deny", value));
  }

  @Test
  void tellsWhatASettingIs() {
    assertEquals(
        new SettingInfo(
            "keystile.addresses.precedence",
            "Which list wins for an address in both, for the global lists and for those of keys.",
            SettingType.CHOICE,
            List.of("allow", "deny"),
            "allow",
            true),
        settings.get("keystile.addresses.precedence").info());
    assertEquals(SettingType.BOOLEAN, type("keystile.enabled"));
    assertEquals(SettingType.INTEGER, type("keystile.cache.size"));
    assertEquals(SettingType.DECIMAL, type("keystile.brute-force.multiplier"));
    assertEquals(SettingType.DURATION, type(INITIAL));
    assertEquals(SettingType.LIST, type("keystile.trusted-proxies"));
    assertEquals(SettingType.TEXT, type("keystile.keys.prefix"));
    assertNull(settings.get("keystile.keys.max-lifetime").value());
    assertEquals("true", settings.get("keystile.enabled").value());
    assertEquals(file.toString(), settings.get("keystile.db").value());
  }

  @Test
  void storesOneFormOfAValue() {
    assertEquals("true", settings.set(QUERY, " Yes ").value());
    assertEquals("problem", settings.set("keystile.errors.format", "PROBLEM").value());
    assertEquals(
        "10.0.0.1,::1", settings.set("keystile.trusted-proxies", " 10.0.0.1 , ::1,").value());
    assertEquals("90s", settings.set(INITIAL, " 90s").value());
  }

  @Test
  void aChangeIsToldStaysAndCanBeTakenBack() {
    assertEquals(Source.DEFAULT, settings.get(QUERY).source());
    Setting changed = settings.set(QUERY, "true");
    assertEquals(Source.STORED, changed.source());
    assertTrue(changed.changeable());
    try (TestStore restarted = TestStore.open(file)) {
      assertEquals(changed, restarted.bean(Settings.class).get(QUERY));
    }
    assertEquals("false", settings.reset(QUERY).value());
    assertEquals(Source.DEFAULT, settings.get(QUERY).source());
    assertEquals(Source.DEFAULT, settings.reset(QUERY).source());
  }

  @Test
  void reachesOtherProcesses() {
    try (TestStore other = TestStore.open(file)) {
      Settings there = other.bean(Settings.class);
      settings.set(QUERY, "true");
      assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () -> {
            while (!"true".equals(there.get(QUERY).value())) {
              Thread.onSpinWait();
            }
          });
      assertEquals(Source.STORED, there.get(QUERY).source());
    }
  }

  @Test
  void writesEachChangeIntoTheAuditLog() throws SQLException {
    int before = audited().size();
    settings.set(QUERY, "true");
    settings.set(QUERY, "on");
    settings.set(QUERY, "false");
    settings.reset(QUERY);
    settings.set("keystile.enabled", "false");
    settings.reset("keystile.enabled");
    assertEquals(
        List.of(
            "setting.change keystile.reading.query {} {\"value\":\"true\"}",
            "setting.change keystile.reading.query {\"value\":\"true\"} {\"value\":\"false\"}",
            "setting.change keystile.reading.query {\"value\":\"false\"} {}",
            "authentication.switch keystile.enabled {} {\"value\":\"false\"}",
            "authentication.switch keystile.enabled {\"value\":\"false\"} {}"),
        audited().subList(before, audited().size()));
  }

  @Test
  void isNotChangedWhenTheAuditLogCannotBeWritten() throws SQLException {
    TestStore.execute(file, "ALTER TABLE keystile_audit RENAME TO away");
    try {
      assertThrows(RuntimeException.class, () -> settings.set(QUERY, "true"));
      assertEquals("false", settings.get(QUERY).value());
      assertEquals(List.of(), stored());
    } finally {
      TestStore.execute(file, "ALTER TABLE away RENAME TO keystile_audit");
    }
  }

  @Test
  void theAuditLogFollowsHowLongItIsKept() {
    assertNull(store.bean(AuditAge.class).find());
    settings.set("keystile.audit.retention", "400d");
    assertEquals(Duration.ofDays(400), store.bean(AuditAge.class).find());
    assertThrows(
        SettingRefusedException.class, () -> settings.set("keystile.audit.retention", "1h"));
  }

  @Test
  void warnsWhenKeysAreAskedForAndNobodyHasOne() {
    String warning = settings.set("keystile.enabled", "true").warning();
    assertNotNull(warning);
    assertTrue(warning.contains("no key exists"), warning);
    var issued = store.issue("way in");
    assertNull(settings.get("keystile.enabled").warning());
    store.keys().disable(issued.key().id());
    assertNotNull(settings.get("keystile.enabled").warning());
    assertNull(settings.set("keystile.enabled", "false").warning());
    store.keys().delete(issued.key().id());
  }

  @Test
  void everySettingIsDescribed() {
    for (Setting setting : settings.list()) {
      assertTrue(setting.info().description().matches("[A-Z].+\\."), setting.name());
      assertEquals(setting.info().live(), setting.fixedBecause() == null, setting.name());
      assertFalse(setting.name().matches(".*(pepper|secret|api-key|password).*"), setting.name());
    }
    assertTrue(settings.list().stream().filter(Setting::changeable).count() > 20);
  }

  private static SettingType type(String name) {
    return settings.get(name).info().type();
  }

  private static List<String> stored() throws SQLException {
    return TestStore.query(file, "SELECT name || ' ' || value FROM keystile_setting");
  }

  private static List<String> audited() throws SQLException {
    return TestStore.query(
        file,
        "SELECT action || ' ' || target || ' ' || coalesce(before_json, '{}') || ' ' ||"
            + " coalesce(after_json, '{}') FROM keystile_audit WHERE action LIKE 'setting.%' OR"
            + " action LIKE 'authentication.%' ORDER BY number");
  }
}
