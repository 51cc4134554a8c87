package io.keystile.app.console.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.settings.AuthenticationSwitch;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthenticationTest {

  private static final String SETTINGS = "/console/settings";
  private static final String SWITCH = SETTINGS + "/authentication";
  private static final String REMINDER = "and others than this machine can reach it";

  @TempDir private Path folder;

  @Test
  void asksBeforeItIsSwitchedOff() {
    try (ConsoleServer server = start(Map.of())) {
      Visitor ada = server.signedIn(Role.ADMINISTRATOR);
      ada.get(SETTINGS).expect(200).expectText("Enable API Authentication");
      ada.post(SWITCH, Map.of("enabled", "false")).expectTo(SWITCH);
      assertTrue(isOn(server));
      assertEquals(401, callApi(server));
      ada.get(SWITCH).expect(200).expectText("Switch it off").expectText("Only programs on this");
      ada.post(SWITCH, Map.of("enabled", "false", "sure", "true")).expectTo(SETTINGS);
      ada.get(SETTINGS).expect(200).expectText("is off").expectNoText(REMINDER);
      assertFalse(isOn(server));
      assertEquals(200, callApi(server));
      server.stranger().get(SETTINGS).expect(303);
    }
  }

  @Test
  void isSwitchedOnAtOnceWhereThereIsAKey() {
    try (ConsoleServer server = start(Map.of())) {
      Visitor ada = server.signedIn(Role.ADMINISTRATOR);
      server.bean(ApiKeys.class).issue(KeySettings.named("a key"));
      ada.post(SWITCH, Map.of("enabled", "false", "sure", "true")).expectTo(SETTINGS);
      ada.post(SWITCH, Map.of("enabled", "true")).expectTo(SETTINGS);
      assertTrue(isOn(server));
      assertEquals(401, callApi(server));
    }
  }

  @Test
  void offersToMakeAKeyWhereThereIsNone() {
    try (ConsoleServer server = start(Map.of())) {
      Visitor ada = server.signedIn(Role.ADMINISTRATOR);
      ada.get(SETTINGS).expectText("There is no key that works");
      ada.post(SWITCH, Map.of("enabled", "false", "sure", "true")).expectTo(SETTINGS);
      ada.post(SWITCH, Map.of("enabled", "true")).expectTo(SWITCH);
      assertFalse(isOn(server));
      ada.get(SWITCH)
          .expect(200)
          .expectText("href=\"/console/keys/new\"")
          .expectText("without one");
      ada.post(SWITCH, Map.of("enabled", "true", "sure", "true")).expectTo(SETTINGS);
      assertTrue(isOn(server));
    }
  }

  @Test
  void takesNothingButOnAndOff() {
    try (ConsoleServer server = start(Map.of())) {
      Visitor ada = server.signedIn(Role.ADMINISTRATOR);
      ada.post(SWITCH, Map.of("enabled", "perhaps", "sure", "true")).expect(422);
      ada.post(SWITCH, Map.of("sure", "true")).expect(422);
      assertTrue(isOn(server));
    }
  }

  @Test
  void cannotBeSwitchedWhereTheConfigurationDecides() {
    try (ConsoleServer server = start(Map.of("keystile.enabled", true))) {
      Visitor ada = server.signedIn(Role.ADMINISTRATOR);
      ada.get(SETTINGS).expect(200).expectText("set by the command line");
      ada.get(SWITCH)
          .expect(200)
          .expectText("cannot be changed here")
          .expectNoText("name=\"sure\"");
      ada.post(SWITCH, Map.of("enabled", "false", "sure", "true")).expect(422);
      assertTrue(isOn(server));
    }
  }

  @Test
  void cannotBeOffWhereOthersReachTheServer() {
    try (ConsoleServer server = start(Map.of("keystile.host", "0.0.0.0"))) {
      Visitor ada = server.signedIn(Role.ADMINISTRATOR);
      ada.get(SWITCH).expect(200).expectText("--allow-open").expectNoText("name=\"sure\"");
      ada.post(SWITCH, Map.of("enabled", "false", "sure", "true"))
          .expect(422)
          .expectText("cannot be off while the server listens beyond this machine");
      assertTrue(isOn(server));
    }
  }

  @Test
  void isRemindedOfOnEveryPageWhereOthersReachTheServer() {
    try (ConsoleServer server =
        start(Map.of("keystile.host", "0.0.0.0", "keystile.allow-open", true))) {
      Visitor ada = server.signedIn(Role.ADMINISTRATOR);
      ada.get("/console/you").expect(200).expectNoText(REMINDER);
      ada.post(SWITCH, Map.of("enabled", "false", "sure", "true")).expectTo(SETTINGS);
      ada.get("/console/you").expect(200).expectText(REMINDER);
      ada.get("/console/nowhere").expect(404);
      server.signedIn(Role.VIEWER).get("/console/keys").expect(200).expectText(REMINDER);
      server.stranger().get("/console/sign-in").expect(200).expectNoText(REMINDER);
    }
  }

  private ConsoleServer start(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("keystile.bootstrap", "none");
    return ConsoleServer.start(folder, all);
  }

  private static boolean isOn(ConsoleServer server) {
    return server.bean(AuthenticationSwitch.class).isOn();
  }

  private static int callApi(ConsoleServer server) {
    Visitor program = server.stranger();
    HttpRequest request = program.request("/v1/models").GET().build();
    return program.send(request).status();
  }
}
