package io.keystile.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that depend on each other, and changes at the same moment. */
class SettingsTogetherTest {

  private static final String INITIAL = "keystile.brute-force.initial-block";
  private static final String MAX = "keystile.brute-force.max-block";

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

  @Test
  void valuesThatAreOnlyValidTogetherAreCheckedTogether() {
    assertThrows(SettingRefusedException.class, () -> settings.set(INITIAL, "2h"));
    settings.set(MAX, "3h");
    settings.set(INITIAL, "2h");
    assertThrows(SettingRefusedException.class, () -> settings.reset(MAX));
    assertThrows(SettingRefusedException.class, () -> settings.set(MAX, "1h"));
    try (TestStore restarted = TestStore.open(file)) {
      assertEquals("2h", restarted.bean(Settings.class).get(INITIAL).value());
    }
  }

  @Test
  void ofTwoChangesAtOnceThatDoNotFitOneIsRefused() {
    settings.set(MAX, "3h");
    settings.set(INITIAL, "1h");
    try (TestStore other = TestStore.open(file)) {
      Settings there = other.bean(Settings.class);
      for (int round = 0; round < 5; round++) {
        var one = CompletableFuture.supplyAsync(() -> isDone(settings, INITIAL, "2h"));
        var two = CompletableFuture.supplyAsync(() -> isDone(there, MAX, "90m"));
        assertTrue(one.join() ^ two.join());
        settings.set(MAX, "3h");
        settings.set(INITIAL, "1h");
      }
    }
  }

  @Test
  void manyChangesAtOnceLeaveTheStoredOneInForce() throws SQLException {
    CompletableFuture.allOf(
            IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.runAsync(() -> settings.set(MAX, (i + 2) + "h")))
                .toArray(CompletableFuture[]::new))
        .join();
    assertEquals(stored(), List.of(MAX + " " + settings.get(MAX).value()));
  }

  private static boolean isDone(Settings settings, String name, String value) {
    try {
      settings.set(name, value);
      return true;
    } catch (SettingRefusedException e) {
      return false;
    }
  }

  private static List<String> stored() throws SQLException {
    return TestStore.query(file, "SELECT name || ' ' || value FROM keystile_setting");
  }
}
