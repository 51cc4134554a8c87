package io.keystile.auth.audit;

import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** What somebody who can write to the database file could do to the log. */
final class AuditFile {

  private static final String ALL =
      "at, actor_kind, actor_id, address, request_id, action, target, before_json, after_json,"
          + " result, key_id, mac";

  private final Path file;

  AuditFile(Path file) {
    this.file = file;
  }

  /** Takes the table's own locks off, and keeps a copy of the rows. */
  void open() throws SQLException {
    TestStore.execute(
        file,
        "DROP TRIGGER keystile_audit_append_only",
        "DROP TRIGGER keystile_audit_unchanged",
        "DROP TRIGGER keystile_audit_kept",
        "CREATE TABLE audit_copy AS SELECT * FROM keystile_audit");
  }

  void restore() throws SQLException {
    execute("DELETE FROM keystile_audit", "INSERT INTO keystile_audit SELECT * FROM audit_copy");
  }

  void execute(String... statements) throws SQLException {
    TestStore.execute(file, statements);
  }

  void move(long from, long to) throws SQLException {
    execute("UPDATE keystile_audit SET number = " + to + " WHERE number = " + from);
  }

  void copy(long from, long to) throws SQLException {
    execute(
        ("INSERT INTO keystile_audit (number, %s) SELECT %d, %s FROM keystile_audit"
                + " WHERE number = %d")
            .formatted(ALL, to, ALL, from));
  }

  void remove(long from, long to) throws SQLException {
    execute("DELETE FROM keystile_audit WHERE number BETWEEN " + from + " AND " + to);
  }

  /** As many rows as are asked for. */
  static void write(TestStore store, int rows) {
    AuditLog log = store.bean(AuditLog.class);
    for (int i = 1; i <= rows; i++) {
      String row = "%02d".formatted(i);
      log.append(
          new Actor(Actor.Kind.CONSOLE, "actor-" + row, "203.0.113." + row, "request-" + row),
          new AuditEntry(
              "test.mark." + row,
              "target-" + row,
              Map.of("was", "before-" + row),
              Map.of("is", "after-" + row)),
          AuditLog.DONE);
    }
  }
}
