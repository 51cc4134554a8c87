package io.keystile.auth.usage;

import io.keystile.auth.store.Store;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds counts to what is there, within a transaction of the caller. Each statement is prepared once
 * and run as a batch: a repository would bind every row anew, which for a thousand keys costs more
 * than serving them.
 */
@Singleton
final class UsageStatements {

  /** For those used again from the same address, which are most: cheaper than the next one. */
  private static final String GROW_USE =
      """
      UPDATE keystile_use SET requests = requests + ?2, last_at = max(last_at, ?3)
      WHERE key_id = ?5 AND generation = ?1 AND last_from IS ?4
      """;

  /** For all others. A key that is gone meanwhile is passed over. */
  private static final String ADD_USE =
      """
      INSERT INTO keystile_use (key_id, generation, requests, last_at, last_from)
      SELECT id, ?1, ?2, ?3, ?4 FROM keystile_key WHERE id = ?5
      ON CONFLICT (key_id, generation) DO UPDATE SET
        requests = keystile_use.requests + excluded.requests,
        last_from = CASE WHEN excluded.last_at >= keystile_use.last_at
          THEN excluded.last_from ELSE keystile_use.last_from END,
        last_at = max(keystile_use.last_at, excluded.last_at)
      """;

  private static final String ADD_HOUR =
      """
      INSERT INTO keystile_usage (key_id, hour, generation, reason, requests)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (key_id, hour, generation, reason) DO UPDATE SET
        requests = keystile_usage.requests + excluded.requests
      """;

  private final JdbcOperations jdbc;

  UsageStatements(@Named(Store.NAME) JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  void addUses(List<UseRow> rows) {
    int[] grown = run(GROW_USE, rows, UsageStatements::bind);
    List<UseRow> others = new ArrayList<>();
    for (int i = 0; i < grown.length; i++) {
      if (grown[i] == 0) {
        others.add(rows.get(i));
      }
    }
    run(ADD_USE, others, UsageStatements::bind);
  }

  void addHours(List<UsageRow> rows) {
    run(ADD_HOUR, rows, UsageStatements::bind);
  }

  /** How many rows of the table each changed. */
  private <R> int[] run(String sql, List<R> rows, Binder<R> binder) {
    if (rows.isEmpty()) {
      return new int[0];
    }
    return jdbc.prepareStatement(
        sql,
        statement -> {
          for (R row : rows) {
            binder.bind(statement, row);
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  private static void bind(PreparedStatement statement, UseRow row) throws SQLException {
    statement.setInt(1, row.generation());
    statement.setLong(2, row.requests());
    statement.setLong(3, row.lastAt());
    statement.setString(4, row.lastFrom());
    statement.setString(5, row.keyId());
  }

  private static void bind(PreparedStatement statement, UsageRow row) throws SQLException {
    statement.setString(1, row.keyId());
    statement.setLong(2, row.hour());
    statement.setInt(3, row.generation());
    statement.setString(4, row.reason());
    statement.setLong(5, row.requests());
  }

  @FunctionalInterface
  private interface Binder<R> {

    void bind(PreparedStatement statement, R row) throws SQLException;
  }
}
