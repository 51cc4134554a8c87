package io.keystile.auth.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.keystile.auth.CountingStore;
import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSettingsTest {

  private static final String QUERY = "keystile.reading.query";

  @TempDir Path folder;

  @Test
  void othersHearOfAChangeThatCannotBeTakenOver() {
    try (TestStore store = TestStore.open(folder.resolve("keys.db"))) {
      AtomicInteger told = new AtomicInteger();
      StoredSettings stored = store.bean(StoredSettings.class);
      stored.follow(
          values -> {
            if (told.incrementAndGet() == 2) {
              throw new IllegalStateException("once");
            }
          });
      assertDoesNotThrow(stored::everythingChanged);
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> {
            while (told.get() < 3) {
              Thread.onSpinWait();
            }
          });
    }
  }

  @Test
  void takesOverLateWhatChangedWhileTheStoreCouldNotBeRead() throws SQLException {
    Path file = folder.resolve("keys.db");
    try (TestStore store = TestStore.open(file, Map.of("spec.counting", true))) {
      Settings settings = store.bean(Settings.class);
      TestStore.execute(file, "INSERT INTO keystile_setting VALUES ('" + QUERY + "', 'true', 0)");
      store.bean(CountingStore.class).setGone(true);
      store.bean(StoredSettings.class).everythingChanged();
      assertEquals("false", settings.get(QUERY).value());
      store.bean(CountingStore.class).setGone(false);
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> {
            while (!"true".equals(settings.get(QUERY).value())) {
              Thread.onSpinWait();
            }
          });
    }
  }
}
