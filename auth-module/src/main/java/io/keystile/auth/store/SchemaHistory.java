package io.keystile.auth.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a file has this version's schema, by one plain look at what Flyway noted there. Flyway
 * itself takes its time, and nearly always there is nothing for it to do.
 */
final class SchemaHistory {

  static final String TABLE = "keystile_schema_history";

  /** The migrations of this version, in order, with Flyway's checksums. */
  static final List<Migration> SHIPPED =
      List.of(
          new Migration("1", 2092340982),
          new Migration("2", 1005159732),
          new Migration("3", -668675846),
          new Migration("4", -1997351450),
          new Migration("5", -449514602),
          new Migration("5.1", -1552586042),
          new Migration("6", -530722139),
          new Migration("7", -1415737688),
          new Migration("7.1", 1515539160),
          new Migration("8", 361067875));

  private static final String EXISTS =
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '" + TABLE + "'";
  private static final String APPLIED =
      "SELECT type, version, checksum, success FROM " + TABLE + " ORDER BY installed_rank";

  private SchemaHistory() {}

  /** Whether exactly the migrations of this version were applied; otherwise ask Flyway. */
  static boolean isCurrent(Statement statement) throws SQLException {
    try (ResultSet tables = statement.executeQuery(EXISTS)) {
      if (!tables.next()) {
        return false;
      }
    }
    try (ResultSet rows = statement.executeQuery(APPLIED)) {
      List<Migration> applied = new ArrayList<>();
      while (rows.next()) {
        if (!rows.getBoolean("success")) {
          return false;
        }
        if (!isBaseline(rows)) {
          applied.add(new Migration(rows.getString("version"), rows.getInt("checksum")));
        }
      }
      return applied.equals(SHIPPED);
    }
  }

  /** The first row in a file that held another program's tables before ours. */
  private static boolean isBaseline(ResultSet rows) throws SQLException {
    return "BASELINE".equals(rows.getString("type")) && "0".equals(rows.getString("version"));
  }

  /**
   * @param checksum what Flyway makes of the text
   */
  record Migration(String version, int checksum) {}
}
