package io.keystile.auth.usage;

import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Processes on one file of keys that write use down only when a test has them do so. */
abstract class UsageFixture {

  static final String HERE = "203.0.113.7";
  static final String THERE = "2001:db8::7";

  @TempDir Path folder;
  TestStore store;

  @BeforeEach
  void open() {
    store = process(Map.of());
  }

  @AfterEach
  void close() {
    store.close();
  }

  KeyUses uses() {
    return store.bean(KeyUses.class);
  }

  Path file() {
    return folder.resolve("keys.db");
  }

  TestStore process(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putIfAbsent("keystile.usage.flush-interval", "1h");
    return TestStore.open(file(), all);
  }
}
