package io.keystile.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.LogLines;
import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthenticationSwitchTest {

  private static final String ENABLED = "keystile.enabled";
  private static final String HOST = "micronaut.server.host";
  private static final String OPEN = "keystile.allow-open";

  @TempDir Path folder;

  @Test
  void isOnUntilSomebodySwitchesIt() {
    try (TestStore process = open(Map.of())) {
      assertTrue(authentication(process).isOn());
      assertSetting("true", Setting.Source.DEFAULT, process);
    }
  }

  @Test
  void isOffWhereTheConfigurationSaysSo() {
    try (TestStore process = open(Map.of(ENABLED, "false"))) {
      assertFalse(authentication(process).isOn());
      assertSetting("false", Setting.Source.CONFIGURATION, process);
    }
  }

  @Test
  void isSwitchedAtRunTimeAndStaysSoAfterARestart() {
    try (TestStore process = open(Map.of())) {
      authentication(process).set(false);
      assertFalse(authentication(process).isOn());
    }
    try (TestStore process = open(Map.of())) {
      assertFalse(authentication(process).isOn());
      assertSetting("false", Setting.Source.STORED, process);
      authentication(process).set(true);
      assertTrue(authentication(process).isOn());
    }
  }

  @Test
  void isSwitchedInOtherProcessesWithinASecond() {
    try (TestStore here = open(Map.of());
        TestStore there = open(Map.of())) {
      authentication(here).set(false);
      awaitWithinASecond(there, false);
      authentication(there).set(true);
      awaitWithinASecond(here, true);
    }
  }

  @Test
  void theConfigurationWinsOverTheStoredSwitch() {
    try (TestStore before = open(Map.of())) {
      authentication(before).set(false);
    }
    try (TestStore process = open(Map.of(ENABLED, "true"))) {
      assertTrue(authentication(process).isOn());
      assertFalse(setting(process).changeable());
    }
  }

  @Test
  void whatTheConfigurationDecidesIsNotSwitchedAtRunTime() {
    try (TestStore process = open(Map.of(ENABLED, "true"))) {
      AuthenticationSwitch authentication = authentication(process);
      assertThrows(SettingRefusedException.class, () -> authentication.set(false));
      assertTrue(authentication.isOn());
    }
    try (TestStore process = open(Map.of())) {
      assertEquals(Setting.Source.DEFAULT, setting(process).source());
    }
  }

  @Test
  void offWhereOthersCanReachTheServerStopsTheStart() {
    assertStartRefused(Map.of(ENABLED, "false", HOST, "0.0.0.0"));
    assertStartRefused(Map.of(ENABLED, "false", HOST, "::"));
    assertStartRefused(Map.of(ENABLED, "false", HOST, "192.0.2.1"));
    assertStartRefused(Map.of(ENABLED, "false", HOST, "localhost.example.com"));
  }

  @Test
  void offIsOffEverywhereWhereThatWasAllowed() {
    try (TestStore process = open(Map.of(ENABLED, "false", HOST, "0.0.0.0", OPEN, "true"))) {
      assertFalse(authentication(process).isOn());
    }
  }

  @Test
  void aListenerOfItsOwnDecidesWhoCanReachTheServer() {
    String listeners = "micronaut.server.netty.listeners.";
    String near = listeners + "near.host";
    assertStartRefused(
        Map.of(ENABLED, "false", near, "127.0.0.1", listeners + "far.host", "0.0.0.0"));
    assertStartRefused(Map.of(ENABLED, "false", listeners + "anywhere.port", "8080"));
    try (TestStore process = open(Map.of(ENABLED, "false", near, "::1", HOST, "0.0.0.0"))) {
      assertFalse(authentication(process).isOn());
    }
  }

  @Test
  void isNotSwitchedOffWhereOthersCanReachTheServer() {
    try (TestStore process = open(Map.of(HOST, "0.0.0.0"))) {
      AuthenticationSwitch authentication = authentication(process);
      var refusal = assertThrows(SettingRefusedException.class, () -> authentication.set(false));
      assertTrue(String.valueOf(refusal.getMessage()).contains("--allow-open"));
      assertTrue(authentication.isOn());
      authentication.set(true);
    }
  }

  @Test
  void whatAnotherProcessSwitchedOffDoesNotOpenAServerThatOthersCanReach() {
    try (TestStore inside = open(Map.of());
        TestStore exposed = open(Map.of(HOST, "0.0.0.0"));
        TestStore witness = open(Map.of())) {
      authentication(inside).set(false);
      awaitWithinASecond(witness, false);
      assertTrue(authentication(exposed).isOn());
    }
  }

  @Test
  void aStoredSwitchThatCannotBeReadDoesNotOpenAnything() throws Exception {
    open(Map.of()).close();
    TestStore.execute(
        folder.resolve("keys.db"),
        "INSERT INTO keystile_setting (name, value, changed_at) VALUES ('keystile.enabled', 'no',"
            + " 1)");
    try (LogLines log = LogLines.of(AuthenticationSwitch.class);
        TestStore process = open(Map.of())) {
      assertTrue(authentication(process).isOn());
      assertTrue(log.next().startsWith("The stored setting keystile.enabled cannot be used"));
      assertTrue(String.valueOf(setting(process).warning()).contains("cannot be used"));
    }
  }

  @Test
  void warnsAtStartAndWhenItIsSwitched() throws InterruptedException {
    try (LogLines log = LogLines.of(AuthenticationSwitch.class);
        TestStore process = open(Map.of())) {
      assertTrue(log.isEmpty());
      authentication(process).set(false);
      assertEquals("Authentication was switched off", log.next());
    }
    try (LogLines log = LogLines.of(AuthenticationSwitch.class);
        TestStore process = open(Map.of())) {
      assertFalse(authentication(process).isOn());
      assertTrue(log.next().startsWith("Authentication is OFF"));
    }
  }

  private TestStore open(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putIfAbsent(HOST, "127.0.0.1");
    return TestStore.open(folder.resolve("keys.db"), all);
  }

  private void assertStartRefused(Map<String, Object> settings) {
    Throwable cause = assertThrows(RuntimeException.class, () -> open(settings).close());
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage());
    assertTrue(message.contains("--allow-open"), message);
  }

  private static void awaitWithinASecond(TestStore process, boolean on) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () -> {
          while (authentication(process).isOn() != on) {
            Thread.onSpinWait();
          }
        });
  }

  private static AuthenticationSwitch authentication(TestStore process) {
    return process.bean(AuthenticationSwitch.class);
  }

  private static Setting setting(TestStore process) {
    return process.bean(Settings.class).get(ENABLED);
  }

  private static void assertSetting(String value, Setting.Source source, TestStore process) {
    assertEquals(value, setting(process).value());
    assertEquals(source, setting(process).source());
  }
}
