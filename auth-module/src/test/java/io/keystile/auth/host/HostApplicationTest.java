package io.keystile.auth.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with a database of its own is left as it is. */
class HostApplicationTest {

  @TempDir Path folder;

  @Test
  void keepsItsDataSourceItsMigrationsAndItsTables() throws SQLException {
    try (TestStore store = open("default")) {
      NoteService notes = store.bean(NoteService.class);
      notes.write("hello");
      store.issue("first");
      assertTrue(notes.url().endsWith("host.db"), notes.url());
      assertEquals(1, notes.count());
      assertEquals(1, store.keys().count());
    }
    Path host = folder.resolve("host.db");
    assertEquals(List.of("1"), TestStore.query(host, "SELECT version FROM flyway_schema_history"));
    assertEquals(List.of("flyway_schema_history", "note"), tables(host));
    assertFalse(tables(folder.resolve("keys.db")).contains("note"));
    assertFalse(tables(folder.resolve("keys.db")).contains("flyway_schema_history"));
  }

  @Test
  void keepsItsOnlyDataSourceInjectableUnderAnotherName() {
    try (TestStore store = open("main")) {
      assertSame(
          store.context().getBean(DataSource.class, Qualifiers.byName("main")),
          store.bean(DataSource.class));
    }
  }

  @Test
  void rollsBackItsOwnRowsOnly() {
    try (TestStore store = open("default")) {
      NoteService notes = store.bean(NoteService.class);
      assertThrows(IllegalStateException.class, () -> notes.writeAndFail("lost"));
      assertEquals(0, notes.count());
      assertEquals(1, store.keys().count());
    }
  }

  @Test
  void startsWithoutADatabaseOfItsOwn() {
    try (TestStore store = TestStore.open(folder.resolve("keys.db"))) {
      store.issue("first");
      assertEquals(1, store.keys().count());
    }
  }

  private TestStore open(String name) {
    return TestStore.open(
        folder.resolve("keys.db"),
        Map.of(
            "spec.name",
            "HostApplicationTest",
            "datasources." + name + ".url",
            "jdbc:sqlite:" + folder.resolve("host.db"),
            "datasources." + name + ".driver-class-name",
            "org.sqlite.JDBC",
            "datasources." + name + ".maximum-pool-size",
            1,
            "flyway.datasources." + name + ".enabled",
            true,
            "flyway.datasources." + name + ".locations",
            "classpath:host/migration"));
  }

  private static List<String> tables(Path file) throws SQLException {
    return TestStore.query(
        file,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            + " ORDER BY name");
  }
}
