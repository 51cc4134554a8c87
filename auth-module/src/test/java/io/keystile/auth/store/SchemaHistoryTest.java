package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.store.SchemaHistory.Migration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaHistoryTest {

  @TempDir Path folder;

  @Test
  void asksFlywayAboutANewFile() throws SQLException {
    assertFalse(isCurrent());
  }

  @Test
  void asksFlywayAboutAnOlderFile() throws SQLException {
    flyway().target("6").load().migrate();
    assertFalse(isCurrent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE keystile_schema_history SET checksum = 1 WHERE version = '3'",
        "UPDATE keystile_schema_history SET success = 0 WHERE version = '3'",
        "UPDATE keystile_schema_history SET version = NULL WHERE version = '3'",
        "DELETE FROM keystile_schema_history WHERE version = '3'",
        "DELETE FROM keystile_schema_history",
        "INSERT INTO keystile_schema_history VALUES (99, '99', 'new', 'SQL', 'V99__new.sql', 1,"
            + " 'x', '2031-01-01 00:00:00.000', 1, 1)",
        "INSERT INTO keystile_schema_history VALUES (99, '1', 'old', 'BASELINE', 'b', NULL, 'x',"
            + " '2031-01-01 00:00:00.000', 1, 1)"
      })
  void asksFlywayAboutAHistoryThatIsNotOurs(String change) throws SQLException {
    flyway().load().migrate();
    TestStore.execute(file(), change);
    assertFalse(isCurrent());
  }

  @Test
  void knowsACurrentFile() throws SQLException {
    TestStore.open(file()).close();
    assertTrue(isCurrent());
  }

  @Test
  void knowsACurrentFileThatIsSharedWithAnotherProgram() throws SQLException {
    TestStore.execute(file(), "CREATE TABLE host (id INTEGER PRIMARY KEY)");
    TestStore.open(file()).close();
    assertTrue(isCurrent());
  }

  /** Whoever adds a migration adds it to the list. */
  @Test
  void knowsWhatIsShipped() {
    List<Migration> found =
        Arrays.stream(flyway().load().info().all())
            .map(
                migration ->
                    new Migration(
                        Objects.requireNonNull(migration.getVersion()).getVersion(),
                        Objects.requireNonNull(migration.getChecksum())))
            .toList();
    assertEquals(found, SchemaHistory.SHIPPED);
  }

  private FluentConfiguration flyway() {
    return Flyway.configure()
        .dataSource("jdbc:sqlite:" + file(), "", "")
        .table(SchemaHistory.TABLE)
        .locations("classpath:keystile/migration/sqlite");
  }

  private Path file() {
    return folder.resolve("keys.db");
  }

  private boolean isCurrent() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      return SchemaHistory.isCurrent(statement);
    }
  }
}
