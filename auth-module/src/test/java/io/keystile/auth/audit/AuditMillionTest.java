package io.keystile.auth.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.store.StoreTransactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows without end, looked at in memory that does not grow with them. */
@Tag("slow")
class AuditMillionTest {

  private static final int ROWS = 1_000_000;
  private static final String FILLER = "x".repeat(1_500);

  @TempDir Path folder;

  @Test
  void verifiesExportsAndPrunesAMillionRows() throws SQLException {
    Path file = folder.resolve("audit.db");
    try (TestStore store = TestStore.open(file)) {
      store.bean(AuditLog.class).record(AuditEntry.noted("test.first", "a"));
      fill(store, file);
      AuditTrail trail = store.bean(AuditTrail.class);
      AuditReport report = trail.verify();
      assertEquals(List.of(), report.problems());
      assertEquals(ROWS, report.rows());
      long[] exported = {0};
      trail.export(AuditFilter.ALL, row -> exported[0]++);
      assertEquals(ROWS, exported[0]);
      store.clock().advance(Duration.ofDays(2));
      assertEquals(ROWS, store.bean(AuditRetention.class).prune(Duration.ofDays(1)));
      assertTrue(trail.verify().isIntact());
    }
  }

  /** As the log would, but in one transaction; together more than the heap of a test holds. */
  private static void fill(TestStore store, Path file) throws SQLException {
    AuditKey key = store.bean(AuditKeys.class).findCurrent().orElseThrow();
    AuditRepository repository = store.bean(AuditRepository.class);
    String mac =
        store
            .bean(StoreTransactions.class)
            .read("a row", () -> repository.findRow(1))
            .orElseThrow()
            .mac();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO keystile_audit VALUES (?,?,?,?,NULL,NULL,?,?,NULL,?,?,?,?)")) {
      connection.setAutoCommit(false);
      for (long number = 2; number <= ROWS; number++) {
        AuditRow row =
            new AuditRow(
                    number,
                    store.clock().millis(),
                    "application",
                    "actor" + number % 100,
                    null,
                    null,
                    "test.mark",
                    "target" + number % 1000,
                    null,
                    FILLER,
                    "done",
                    "",
                    "")
                .sealed(key, mac);
        mac = row.mac();
        insert.setLong(1, row.number());
        insert.setLong(2, row.at());
        insert.setString(3, row.actorKind());
        insert.setString(4, row.actorId());
        insert.setString(5, row.action());
        insert.setString(6, row.target());
        insert.setString(7, row.afterJson());
        insert.setString(8, row.result());
        insert.setString(9, row.keyId());
        insert.setString(10, row.mac());
        insert.execute();
      }
      connection.commit();
    }
  }
}
