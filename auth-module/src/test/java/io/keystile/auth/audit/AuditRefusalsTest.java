package io.keystile.auth.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditRefusalsTest {

  private static final Actor KEY = new Actor(Actor.Kind.KEY, "key_1", "203.0.113.7", "r-1");

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
  void aCallerWhoSaidWhoItIsGetsARowEachTime() {
    log.refuse(KEY, "key.delete", "/admin/keys/key_2", "insufficient_scope");
    log.refuse(KEY, "key.delete", "/admin/keys/key_2", "insufficient_scope");
    List<AuditRecord> rows = rows();
    assertEquals(2, rows.size());
    assertEquals("refused", rows.get(0).result());
    assertEquals("key_1", rows.get(0).actorId());
    assertEquals(Map.of("reason", "insufficient_scope"), rows.get(0).after());
  }

  @Test
  void othersAreSummed() {
    anonymous("203.0.113.1", "missing_authorization");
    anonymous("203.0.113.1", "missing_authorization");
    store.clock().advance(Duration.ofSeconds(30));
    anonymous("203.0.113.2", "invalid_api_key");
    anonymous(null, "invalid_api_key");
    assertEquals(0, rows().size());
    log.flushRefusals();
    log.flushRefusals();
    AuditRecord row = rows().get(0);
    assertEquals(1, rows().size());
    assertEquals("anonymous", row.actorKind());
    assertEquals("management.refuse", row.action());
    assertEquals(
        Map.of(
            "calls",
            4,
            "from",
            "2027-01-31T09:00:00Z",
            "to",
            "2027-01-31T09:00:30Z",
            "reasons",
            Map.of("missing_authorization", 2, "invalid_api_key", 2),
            "addresses",
            List.of("203.0.113.1", "203.0.113.2")),
        row.after());
  }

  @Test
  void aFloodTakesNoMoreRoomThanAFew() {
    for (int i = 0; i < 100_000; i++) {
      anonymous("10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256, "reason-" + i);
    }
    log.flushRefusals();
    Map<String, ?> values = rows().get(0).after();
    Map<?, ?> reasons = Objects.requireNonNull((Map<?, ?>) values.get("reasons"));
    List<?> addresses = Objects.requireNonNull((List<?>) values.get("addresses"));
    assertEquals(100_000, values.get("calls"));
    assertEquals(51, reasons.size());
    assertEquals(99_950, reasons.get("other"));
    assertEquals(10, addresses.size());
  }

  @Test
  void whatCannotBeWrittenIsKeptForTheNextTime() throws SQLException {
    anonymous("203.0.113.1", "invalid_api_key");
    TestStore.execute(
        file,
        "CREATE TRIGGER fault BEFORE INSERT ON keystile_audit"
            + " BEGIN SELECT RAISE(ABORT, 'fault'); END");
    log.flushRefusals();
    log.refuse(KEY, "key.delete", "key_2", "insufficient_scope");
    anonymous("203.0.113.1", "invalid_api_key");
    TestStore.execute(file, "DROP TRIGGER fault");
    log.flushRefusals();
    assertEquals(2, rows().get(0).after().get("calls"));
  }

  @Test
  void sumsAreWrittenAtShutdown() {
    anonymous("203.0.113.1", "invalid_api_key");
    store.close();
    store = TestStore.open(file);
    assertEquals(1, rows().size());
  }

  private void anonymous(@Nullable String address, String reason) {
    log.refuse(Actor.anonymous(address, null), "management.call", "/admin/keys", reason);
  }

  private List<AuditRecord> rows() {
    return store.bean(AuditTrail.class).page(AuditFilter.ALL, null, 10).items();
  }
}
