package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteConnectionTest {

  @TempDir Path folder;
  private SqliteDataSource source;

  @BeforeEach
  void makeTable() throws SQLException {
    source =
        new SqliteDataSource(
            new StoreFile(folder.resolve("keys.db")),
            new StoreConfiguration(true, Duration.ZERO, Duration.ofMillis(50), 4));
    try (Connection connection = source.getConnection()) {
      run(connection, "CREATE TABLE thing (id INTEGER PRIMARY KEY)");
    }
  }

  @Test
  void writesAfterThePoolLookedWhetherItIsAlive() throws SQLException {
    try (Connection connection = source.getConnection()) {
      assertTrue(connection.isValid(1));
      connection.setReadOnly(false);
      connection.setAutoCommit(false);
      assertDoesNotThrow(() -> run(connection, "INSERT INTO thing VALUES (1)"));
      connection.commit();
    }
  }

  @Test
  void readsAfterThePoolLookedWhetherItIsAlive() throws SQLException {
    try (Connection connection = source.getConnection()) {
      assertTrue(connection.isValid(1));
      assertDoesNotThrow(() -> connection.setReadOnly(true));
    }
  }

  @Test
  void refusesToWriteInAReadOnlyTransaction() throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      assertThrows(SQLException.class, () -> run(connection, "INSERT INTO thing VALUES (1)"));
    }
  }

  @Test
  void takesTheWriteLockBeforeTheFirstRead() throws SQLException {
    try (Connection first = source.getConnection();
        Connection second = source.getConnection()) {
      first.setAutoCommit(false);
      run(first, "SELECT * FROM thing");
      second.setAutoCommit(false);
      SQLException fault =
          assertThrows(SQLException.class, () -> run(second, "SELECT * FROM thing"));
      assertTrue(fault.toString().contains("SQLITE_BUSY"), fault.toString());
    }
  }

  @Test
  void forgetsTheWriteModeInTheNextTransaction() throws SQLException {
    try (Connection first = source.getConnection();
        Connection second = source.getConnection()) {
      first.setAutoCommit(false);
      run(first, "INSERT INTO thing VALUES (1)");
      first.commit();
      first.setAutoCommit(true);
      first.setReadOnly(true);
      first.setAutoCommit(false);
      run(first, "SELECT * FROM thing");
      second.setAutoCommit(false);
      assertDoesNotThrow(() -> run(second, "INSERT INTO thing VALUES (2)"));
    }
  }

  @Test
  void isOpenedAsTheStoreRequires() throws SQLException {
    try (Connection connection = source.getConnection()) {
      assertEquals("wal", value(connection, "PRAGMA journal_mode"));
      assertEquals("2", value(connection, "PRAGMA synchronous"));
      assertEquals("1", value(connection, "PRAGMA foreign_keys"));
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.getString(1);
    }
  }
}
