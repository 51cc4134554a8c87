package io.keystile.app.console.people;

import io.keystile.auth.store.Store;
import io.keystile.auth.store.StoreUnavailableException;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the console's own tables to this version, the first time that they are needed. */
@Singleton
final class ConsoleSchema {

  private static final String HISTORY = "keystile_console_schema_history";
  private static final String HISTORY_TABLE = "sqlite_master WHERE name = '" + HISTORY + "'";
  private static final String VERSION = "1";

  private final DataSource dataSource;
  private final Lock migrating = new ReentrantLock();
  private volatile boolean current;

  ConsoleSchema(@Named(Store.NAME) DataSource dataSource) {
    // The bean itself gives connections within transactions only.
    this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
  }

  /**
   * Whether there are tables, of this version or an older one.
   *
   * @throws StoreUnavailableException when that cannot be read
   */
  boolean isThere() {
    if (current) {
      return true;
    }
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      return isThere(statement, HISTORY_TABLE);
    } catch (SQLException e) {
      throw new StoreUnavailableException("The tables of the console cannot be read", e);
    }
  }

  /**
   * @throws StoreUnavailableException when the tables cannot be made
   */
  void ensure() {
    if (current) {
      return;
    }
    migrating.lock();
    try {
      if (!current && !isCurrent()) {
        migrate();
      }
      current = true;
    } catch (SQLException | FlywayException e) {
      throw new StoreUnavailableException("The tables of the console cannot be made", e);
    } finally {
      migrating.unlock();
    }
  }

  // Flyway takes its time, and nearly always there is nothing to do.
  private boolean isCurrent() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      return isThere(statement, HISTORY_TABLE)
          && isThere(statement, HISTORY + " WHERE success = 1 AND version = '" + VERSION + "'");
    }
  }

  private static boolean isThere(Statement statement, String rows) throws SQLException {
    try (ResultSet found = statement.executeQuery("SELECT 1 FROM " + rows)) {
      return found.next();
    }
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(dataSource)
        .table(HISTORY)
        .locations("classpath:keystile/console/migration/sqlite")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
