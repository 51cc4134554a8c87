package io.keystile.auth.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestClock;
import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten rows, one a day. */
class AuditRetentionTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private Path file;
  private TestStore store;
  private AuditRetention retention;

  @BeforeEach
  void aLog() {
    file = folder.resolve("audit.db");
    store = TestStore.open(file, Map.of("keystile.audit.retention", "3d"));
    retention = store.bean(AuditRetention.class);
    for (int i = 0; i < 10; i++) {
      store.bean(AuditLog.class).record(AuditEntry.noted("test.mark", "a"));
      store.clock().advance(DAY);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void removesWhatIsOlderAndLeavesARowThatStandsIn() {
    assertEquals(6, retention.prune(Duration.ofDays(4)));
    assertEquals(List.of(7L, 8L, 9L, 10L, 11L), numbers());
    assertEquals(List.of(), problems());
    AuditRecord anchor = store.bean(AuditTrail.class).page(AuditFilter.ALL, null, 1).items().get(0);
    assertEquals(AuditAction.AUDIT_PRUNE, anchor.action());
    assertEquals("rows 1 to 6", anchor.target());
    assertEquals(6, anchor.after().get("number"));
  }

  @Test
  void removesAgainAndAgain() {
    assertEquals(6, retention.prune(Duration.ofDays(4)));
    assertEquals(0, retention.prune(Duration.ofDays(4)));
    assertEquals(2, retention.prune(Duration.ofDays(2)));
    assertEquals(List.of(9L, 10L, 11L, 12L), numbers());
    store.clock().advance(Duration.ofDays(30));
    assertEquals(4, retention.prune(DAY));
    assertEquals(List.of(13L), numbers());
    assertEquals(List.of(), problems());
    store.bean(AuditLog.class).record(AuditEntry.noted("test.mark", "a"));
    assertEquals(List.of(13L, 14L), numbers());
    assertEquals(List.of(), problems());
  }

  @Test
  void removesOnlyFromTheBeginning() {
    // A clock that was set back leaves an old row behind a newer one.
    store.clock().set(TestClock.START);
    store.bean(AuditLog.class).record(AuditEntry.noted("test.mark", "a"));
    store.clock().advance(Duration.ofDays(10));
    assertEquals(6, retention.prune(Duration.ofDays(4)));
    assertEquals(List.of(7L, 8L, 9L, 10L, 11L, 12L), numbers());
    assertEquals(List.of(), problems());
  }

  @Test
  void doesSoByItselfWhereItIsConfigured() {
    store.bean(AuditClockwork.class).prune();
    assertEquals(List.of(8L, 9L, 10L, 11L), numbers());
  }

  @Test
  void refusesToForgetTheLastDay() {
    assertThrows(IllegalArgumentException.class, () -> retention.prune(DAY.minusMillis(1)));
    assertThrows(
        RuntimeException.class,
        () ->
            TestStore.open(folder.resolve("other.db"), Map.of("keystile.audit.retention", "23h"))
                .close());
  }

  @Test
  void theTableLetsGoOnlyWhatARowStandsInFor() {
    retention.prune(Duration.ofDays(4));
    assertThrows(
        SQLException.class,
        () -> TestStore.execute(file, "DELETE FROM keystile_audit WHERE number = 7"));
  }

  @Test
  void findsRowsThatWereRemovedBehindThoseThatWent() throws SQLException {
    retention.prune(Duration.ofDays(4));
    AuditFile audit = new AuditFile(file);
    audit.open();
    audit.remove(7, 8);
    assertEquals(List.of("7 MISSING"), problems());
  }

  @Test
  void findsAStandInThatWasTamperedWith() throws SQLException {
    retention.prune(Duration.ofDays(4));
    AuditFile audit = new AuditFile(file);
    audit.open();
    audit.remove(7, 8);
    audit.execute(
        "UPDATE keystile_audit SET after_json = replace(after_json, ':6,', ':8,')"
            + " WHERE number = 11");
    List<String> problems = problems();
    assertTrue(problems.contains("11 CHANGED"), problems.toString());
    audit.restore();
    audit.execute(
        "UPDATE keystile_audit SET after_json = replace(after_json, '\"mac\":\"', '\"mac\":\"0')"
            + " WHERE number = 11");
    assertEquals(List.of("7 CHANGED", "11 CHANGED"), problems());
    audit.execute("UPDATE keystile_audit SET after_json = '{' WHERE number = 11");
    assertEquals(List.of("1 MISSING", "11 CHANGED"), problems());
  }

  @Test
  void findsRowsThatAreBack() throws SQLException {
    retention.prune(Duration.ofDays(4));
    AuditFile audit = new AuditFile(file);
    audit.open();
    audit.copy(7, 6);
    List<String> problems = problems();
    assertEquals("6 CHANGED", problems.get(0));
  }

  private List<Long> numbers() {
    return store
        .bean(AuditTrail.class)
        .page(AuditFilter.ALL.ordered(AuditFilter.Order.OLDEST_FIRST), null, 200)
        .items()
        .stream()
        .map(AuditRecord::number)
        .toList();
  }

  private List<String> problems() {
    return store.bean(AuditTrail.class).verify().problems().stream()
        .map(problem -> problem.row() + " " + problem.kind())
        .toList();
  }
}
