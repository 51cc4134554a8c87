package io.keystile.auth.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the SQLite file to this version's schema, and refuses one that is damaged or newer. */
final class SqliteSchema {

  private static final String LOCATION = "classpath:keystile/migration/sqlite";
  private static final int[] FLOOR = {3, 51, 3};
  private static final long QUICK_CHECK_PAGES = 4096;

  private final StoreFile file;
  private final DataSource dataSource;

  SqliteSchema(StoreFile file, DataSource dataSource) {
    this.file = file;
    this.dataSource = dataSource;
  }

  /**
   * @throws StoreNotUsableException when the file cannot serve as the store
   */
  void migrate() {
    try {
      if (!isCurrent()) {
        Flyway flyway = flyway();
        refuseNewerSchema(flyway);
        flyway.migrate();
      }
    } catch (SQLException | FlywayException e) {
      throw SqliteFaults.explain(file, e);
    }
  }

  private Flyway flyway() {
    return Flyway.configure()
        .dataSource(dataSource)
        .table(SchemaHistory.TABLE)
        .locations(LOCATION)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();
  }

  private boolean isCurrent() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      inspect(statement);
      return SchemaHistory.isCurrent(statement);
    }
  }

  private void inspect(Statement statement) throws SQLException {
    requireVersion(text(statement, "SELECT sqlite_version()"));
    if (number(statement, "PRAGMA page_count") <= QUICK_CHECK_PAGES
        && !text(statement, "PRAGMA quick_check(1)").equals("ok")) {
      throw file.notUsable("is damaged", "Restore it from a backup.", null);
    }
  }

  private void requireVersion(String version) {
    if (!isSafe(version)) {
      throw file.notUsable(
          "would be opened by SQLite " + version + ", which can corrupt it",
          "Use org.xerial:sqlite-jdbc 3.54.1.0 or newer.",
          null);
    }
  }

  /** Whether this SQLite is free of the race that can corrupt a file in WAL mode. */
  static boolean isSafe(String version) {
    int[] parts = Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    return Arrays.compare(parts, FLOOR) >= 0 && !(parts[0] == 3 && parts[1] == 52);
  }

  private void refuseNewerSchema(Flyway flyway) {
    for (MigrationInfo applied : flyway.info().applied()) {
      if (applied.getState().name().startsWith("FUTURE")) {
        throw file.notUsable(
            "was written by a newer Keystile (schema " + applied.getVersion() + ")",
            "Use that version, or another file.",
            null);
      }
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
