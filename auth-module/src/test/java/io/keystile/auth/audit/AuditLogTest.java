package io.keystile.auth.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.KeystileException;
import io.keystile.auth.TestStore;
import io.keystile.auth.store.StoreTransactions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

  private static final Actor ANN = new Actor(Actor.Kind.CONSOLE, "ann", "203.0.113.7", "request-1");

  @TempDir Path folder;
  private Path file;
  private TestStore store;
  private AuditLog log;

  @BeforeEach
  void open() {
    file = folder.resolve("audit.db");
    store = TestStore.open(file);
    log = store.bean(AuditLog.class);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void numbersRowsAndSealsEachWithTheOneBefore() throws SQLException {
    log.record(AuditEntry.noted("test.first", "a"));
    log.record(AuditEntry.noted("test.second", "a"));
    AuditRow first = row(1);
    AuditRow second = row(2);
    AuditKey key = store.bean(AuditKeys.class).findCurrent().orElseThrow();
    assertTrue(first.isSealed(key, AuditRow.NO_MAC));
    assertTrue(second.isSealed(key, first.mac()));
    assertFalse(second.isSealed(key, AuditRow.NO_MAC));
    assertEquals(List.of("1", "2"), TestStore.query(file, "SELECT number FROM keystile_audit"));
  }

  @Test
  void keepsWhoDidWhatWhenAndFromWhere() throws Exception {
    Map<String, Object> before = new LinkedHashMap<>();
    before.put("same", 1);
    before.put("description", null);
    before.put("scopes", List.of("a"));
    Map<String, Object> after = new LinkedHashMap<>(before);
    after.put("description", "say \"hi\" \\ there");
    after.put("scopes", List.of("a", "b"));
    store
        .bean(Actors.class)
        .runAs(
            ANN,
            () -> {
              log.record(AuditEntry.changed("key.change", "key_1", before, after));
              return null;
            });
    AuditRow row = row(1);
    assertEquals(store.clock().millis(), row.at());
    assertEquals("console", row.actorKind());
    assertEquals("ann", row.actorId());
    assertEquals("203.0.113.7", row.address());
    assertEquals("request-1", row.requestId());
    assertEquals("key.change", row.action());
    assertEquals("key_1", row.target());
    assertEquals("{\"description\":null,\"scopes\":[\"a\"]}", row.beforeJson());
    assertEquals(
        "{\"description\":\"say \\\"hi\\\" \\\\ there\",\"scopes\":[\"a\",\"b\"]}",
        row.afterJson());
    assertEquals("done", row.result());
  }

  @Test
  void theApplicationActsWhenNobodySaidOtherwise() {
    log.record(AuditEntry.noted("test.first", "a"));
    assertEquals("application", row(1).actorKind());
  }

  @Test
  void aRowGoesWithItsChangeOrNotAtAll() throws SQLException {
    StoreTransactions transactions = store.bean(StoreTransactions.class);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            transactions.write(
                "a change",
                () -> {
                  log.record(AuditEntry.noted("test.first", "a"));
                  throw new IllegalArgumentException("the change is refused");
                }));
    assertEquals(List.of(), TestStore.query(file, "SELECT number FROM keystile_audit"));
  }

  @Test
  void textsThatATerminalWouldObeyStayInert() throws SQLException {
    String hostile = "a\r\n\u001b[2J\u0000\u007f\u009b\u202e\u2028\ud800\ufffd\udb40\udc41b";
    String inert =
        "a\\u000d\\u000a\\u001b[2J\\u0000\\u007f\\u009b\\u202e\\u2028\\ud800\\ufffd\\udb40\\udc41b";
    Actor actor = new Actor(Actor.Kind.KEY, hostile, hostile, hostile);
    log.append(actor, AuditEntry.added(hostile, hostile, Map.of(hostile, hostile)), "done");
    AuditRow row = row(1);
    assertEquals(
        List.of(inert, inert, inert, inert, inert),
        Arrays.asList(row.actorId(), row.address(), row.requestId(), row.action(), row.target()));
    assertEquals("{\"" + inert + "\":\"" + inert + "\"}", row.afterJson());
  }

  @Test
  void rowsCannotBeChangedRemovedOrPutInByStatements() {
    log.record(AuditEntry.noted("test.first", "a"));
    log.record(AuditEntry.noted("test.second", "a"));
    for (String sql :
        List.of(
            "UPDATE keystile_audit SET target = 'b' WHERE number = 1",
            "UPDATE keystile_audit SET number = 9 WHERE number = 2",
            "DELETE FROM keystile_audit WHERE number = 1",
            "DELETE FROM keystile_audit WHERE number = 2",
            "DELETE FROM keystile_audit",
            "INSERT OR REPLACE INTO keystile_audit SELECT * FROM keystile_audit WHERE number = 2",
            "REPLACE INTO keystile_audit SELECT * FROM keystile_audit WHERE number = 1",
            "INSERT INTO keystile_audit SELECT 4, at, actor_kind, actor_id, address, request_id,"
                + " action, target, before_json, after_json, result, key_id, mac"
                + " FROM keystile_audit WHERE number = 2")) {
      SQLException refused =
          assertThrows(SQLException.class, () -> TestStore.execute(file, sql), sql);
      assertTrue(String.valueOf(refused.getMessage()).contains("audit log"), sql);
    }
  }

  @Test
  void severalProcessesAppendToOneChain() throws Exception {
    List<Thread> threads = new ArrayList<>();
    try (TestStore other = TestStore.open(file)) {
      for (AuditLog one : List.of(log, other.bean(AuditLog.class))) {
        for (int i = 0; i < 2; i++) {
          Thread thread = new Thread(() -> append(one, 25));
          thread.start();
          threads.add(thread);
        }
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    AuditKey key = store.bean(AuditKeys.class).findCurrent().orElseThrow();
    String mac = AuditRow.NO_MAC;
    for (int number = 1; number <= 100; number++) {
      assertTrue(row(number).isSealed(key, mac), "row " + number);
      mac = row(number).mac();
    }
  }

  @Test
  void aRowThatCannotBeWrittenIsTold() throws SQLException {
    TestStore.execute(
        file,
        "CREATE TRIGGER fault BEFORE INSERT ON keystile_audit"
            + " BEGIN SELECT RAISE(ABORT, 'fault'); END");
    AuditEntry entry = AuditEntry.noted("test.first", "a");
    assertThrows(KeystileException.class, () -> log.record(entry));
  }

  private static void append(AuditLog log, int times) {
    for (int i = 0; i < times; i++) {
      log.record(AuditEntry.noted("test.append", "a"));
    }
  }

  private AuditRow row(long number) {
    return store
        .bean(StoreTransactions.class)
        .read("a row", () -> store.bean(AuditRepository.class).findRow(number))
        .orElseThrow();
  }
}
