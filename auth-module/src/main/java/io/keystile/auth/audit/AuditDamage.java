package io.keystile.auth.audit;

import io.keystile.auth.audit.AuditProblem.Kind;
import io.keystile.auth.store.Store;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Looks for what does not show in the values of the rows: a place before the first row, a form in
 * which a search passes a value over, an index that hides rows.
 */
@Singleton
final class AuditDamage {

  private static final String ODD_ROWS =
      """
      SELECT number FROM keystile_audit
      WHERE number < 1 OR typeof(at) <> 'integer'
        OR typeof(actor_kind) <> 'text' OR typeof(actor_id) <> 'text'
        OR typeof(address) NOT IN ('text', 'null') OR typeof(request_id) NOT IN ('text', 'null')
        OR typeof(action) <> 'text' OR typeof(target) <> 'text'
        OR typeof(before_json) NOT IN ('text', 'null')
        OR typeof(after_json) NOT IN ('text', 'null')
        OR typeof(result) <> 'text' OR typeof(key_id) <> 'text' OR typeof(mac) <> 'text'
      ORDER BY number
      """;

  private final JdbcOperations operations;

  AuditDamage(@Named(Store.NAME) JdbcOperations operations) {
    this.operations = operations;
  }

  /** To be called in a transaction. */
  void find(AuditFindings findings) {
    forEach(ODD_ROWS, row -> findings.add(row.getLong(1), Kind.CHANGED, odd(row.getLong(1))));
    forEach("PRAGMA integrity_check(keystile_audit)", row -> addFault(row.getString(1), findings));
  }

  private static String odd(long number) {
    return number < 1
        ? "Row " + number + " was put in."
        : "Row " + number + " was changed: a value of it is stored in another form.";
  }

  private static void addFault(String line, AuditFindings findings) {
    if (!line.equals("ok")) {
      findings.add(Kind.DAMAGED, "The database says: " + Inert.text(line));
    }
  }

  private void forEach(String sql, RowReader reader) {
    operations.prepareStatement(
        sql,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              reader.read(rows);
            }
          }
          return sql;
        });
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
