package io.keystile.app.console.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditRecord;
import io.keystile.auth.audit.AuditTrail;
import io.keystile.auth.settings.AuthenticationSwitch;
import io.keystile.auth.settings.Setting;
import io.keystile.auth.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final String SETTINGS = "/console/settings";

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static Visitor ada;
  private static Visitor victor;

  @BeforeAll
  static void start() {
    server =
        ConsoleServer.start(
            folder,
            Map.of("keystile.errors.realm", "<i>our realm</i>", "keystile.bootstrap", "none"));
    ada = server.signedIn(Role.ADMINISTRATOR);
    victor = server.signedIn(Role.VIEWER);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void showsEverySettingOnce() {
    Answer page = victor.get(SETTINGS).expect(200);
    for (Setting setting : server.bean(Settings.class).list()) {
      String name = "<code>" + setting.name() + "</code>";
      assertEquals(2, page.body().split(name, -1).length, name);
    }
    assertTrue(page.body().length() < 100 * 1024, "too large");
  }

  @Test
  void tellsWhereAValueComesFromAndWhetherItCanBeChanged() {
    ada.get(SETTINGS + "/keystile.errors.realm")
        .expect(200)
        .expectText("the command line")
        .expectText("KEYSTILE_ERRORS_REALM")
        .expectText("cannot be changed here")
        .expectText("&lt;i&gt;our realm&lt;/i&gt;")
        .expectNoText("<i>our");
    ada.get(SETTINGS + "/keystile.cache.size")
        .expect(200)
        .expectText("cannot be changed while the server runs")
        .expectText("KEYSTILE_CACHE_SIZE")
        .expectNoText("action=\"/console/settings");
    ada.get(SETTINGS + "/keystile.usage.retention").expect(200).expectText(">default<");
  }

  @Test
  void changesASettingAndTakesItBack() {
    String path = SETTINGS + "/keystile.brute-force.max-failures";
    ada.post(path, Map.of("value", " 7 ")).expectTo(SETTINGS);
    ada.get(SETTINGS).expect(200).expectText("The setting is changed").expectText(">stored<");
    assertEquals("7", value("keystile.brute-force.max-failures"));
    AuditRecord record =
        server.bean(AuditTrail.class).page(AuditFilter.ALL, null, 1).items().get(0);
    assertEquals("setting.change", record.action());
    assertEquals("ada", record.actorId());
    ada.get(path).expect(200).expectText("Back to the default");
    ada.post(path + "/reset", Map.of()).expectTo(SETTINGS);
    assertEquals("5", value("keystile.brute-force.max-failures"));
    ada.get(path).expect(200).expectNoText("Back to the default");
  }

  @Test
  void takesListsLineByLine() {
    String path = SETTINGS + "/keystile.addresses.deny";
    ada.post(path, Map.of("value", "203.0.113.7\r\n\r\n198.51.100.0/24, 192.0.2.1\r\n"))
        .expectTo(SETTINGS);
    assertEquals("203.0.113.7,198.51.100.0/24,192.0.2.1", value("keystile.addresses.deny"));
    ada.get(path).expect(200).expectText("203.0.113.7\n198.51.100.0/24\n192.0.2.1</textarea>");
    ada.post(path, Map.of("value", "")).expectTo(SETTINGS);
    assertEquals("", value("keystile.addresses.deny"));
    ada.post(path + "/reset", Map.of()).expectTo(SETTINGS);
  }

  @ParameterizedTest
  @CsvSource({
    "keystile.brute-force.max-failures, many, it is a whole number",
    "keystile.brute-force.max-failures, 0, max-failures",
    "keystile.brute-force.initial-block, 2h, initial-block",
    "keystile.usage.retention, soon, it is a span of time",
    "keystile.addresses.allow, '10.0.0.1\n010.0.0.1', 010.0.0.1",
    "keystile.addresses.precedence, neither, it is one of: allow",
    "keystile.limits.default, often, often",
    "keystile.keys.prefix, <script>alert(1)</script>, prefix",
    "keystile.reading.query, perhaps, it is true or false",
    "keystile.errors.realm, ours, cannot be changed here",
    "keystile.cache.size, 5, cannot be changed while the server runs"
  })
  void tellsFaultsAndKeepsWhatWasTyped(String name, String value, String message) {
    String before = value(name);
    Answer answer =
        ada.post(SETTINGS + "/" + name, Map.of("value", value))
            .expect(422)
            .expectText(message)
            .expectNoText("<script>alert");
    if (answer.body().contains("id=\"value\"") && !answer.body().contains("<select")) {
      answer.expectText(value.startsWith("<") ? "&lt;script" : value);
    }
    assertEquals(before, value(name));
  }

  @Test
  void showsViewersEverythingAndLetsThemChangeNothing() {
    victor
        .get(SETTINGS + "/keystile.usage.retention")
        .expect(200)
        .expectText("An administrator of this console")
        .expectNoText("action=\"/console/settings");
    victor.get(SETTINGS).expect(200).expectNoText("action=\"/console/settings");
    victor.get(SETTINGS + "/authentication").expect(403);
    victor.post(SETTINGS + "/keystile.usage.retention", Map.of("value", "1h")).expect(403);
    victor.post(SETTINGS + "/keystile.usage.retention/reset", Map.of()).expect(403);
    victor.post(SETTINGS + "/authentication", Map.of("enabled", "false", "sure", "")).expect(403);
    assertTrue(server.bean(AuthenticationSwitch.class).isOn());
    assertEquals("90d", value("keystile.usage.retention"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"keystile.nothing", "keystile.enabled", "keystile.keys.pepper", "%3Cb%3E"})
  void knowsNoOthers(String name) {
    ada.get(SETTINGS + "/" + name).expect(404);
    ada.post(SETTINGS + "/" + name, Map.of("value", "false", "sure", "true")).expect(404);
    ada.post(SETTINGS + "/" + name + "/reset", Map.of()).expect(404);
  }

  private static String value(String name) {
    return String.valueOf(server.bean(Settings.class).get(name).value());
  }
}
