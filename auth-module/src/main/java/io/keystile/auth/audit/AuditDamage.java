package io.keystile.auth.audit;

import io.keystile.auth.audit.AuditProblem.Kind;
import io.keystile.auth.store.Store;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Has SQLite look at the table: an index that was tampered with would hide rows from a search. */
@Singleton
final class AuditDamage {

  private final JdbcOperations operations;

  AuditDamage(@Named(Store.NAME) JdbcOperations operations) {
    this.operations = operations;
  }

  /** To be called in a transaction. */
  void find(AuditFindings findings) {
    List<String> found =
        operations.prepareStatement(
            "PRAGMA integrity_check(keystile_audit)",
            statement -> {
              List<String> lines = new ArrayList<>();
              try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                  lines.add(rows.getString(1));
                }
              }
              return lines;
            });
    found.stream()
        .filter(line -> !line.equals("ok"))
        .forEach(line -> findings.add(Kind.DAMAGED, "The database says: " + Inert.text(line)));
  }
}
