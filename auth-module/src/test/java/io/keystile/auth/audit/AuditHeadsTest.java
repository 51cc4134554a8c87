package io.keystile.auth.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.LogLines;
import io.keystile.auth.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditHeadsTest {

  @TempDir Path folder;
  private Path file;
  private Path headFile;
  private TestStore store;

  @BeforeEach
  void open() {
    file = folder.resolve("audit.db");
    headFile = folder.resolve("audit.db.audit-head");
    store = TestStore.open(file);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void notesTheEndForItsOwnerOnly() throws IOException {
    record(3);
    assertEquals("0", head());
    store.bean(AuditHeads.class).follow();
    assertEquals("3", head());
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(headFile)));
  }

  @Test
  void notesTheEndAtShutdown() throws IOException {
    record(2);
    store.close();
    assertEquals("2", head());
  }

  @Test
  void aSlowerProcessNeverTakesTheNoteBack() throws IOException {
    record(1);
    AuditHeads slow = store.bean(AuditHeads.class);
    slow.follow();
    try (TestStore other = TestStore.open(file)) {
      other.bean(AuditLog.class).record(AuditEntry.noted("test.mark", "b"));
      other.bean(AuditHeads.class).follow();
      assertEquals("2", head());
      slow.follow();
      slow.advance();
      assertEquals("2", head());
    }
  }

  @Test
  void aCutTailStaysTold() throws IOException, SQLException {
    record(5);
    store.bean(AuditHeads.class).follow();
    AuditFile audit = new AuditFile(file);
    audit.open();
    audit.remove(4, 5);
    store.clock().advance(Duration.ofSeconds(1));
    record(4);
    store.bean(AuditHeads.class).follow();
    assertEquals("5", head());
    assertThrows(AuditUnavailableException.class, () -> store.bean(AuditHeads.class).advance());
    assertThrows(
        AuditUnavailableException.class,
        () -> store.bean(AuditRetention.class).prune(Duration.ofDays(1)));
    assertEquals(List.of("5 HEAD"), problems());
  }

  @Test
  void aRemovedNoteIsWrittenAnewAndLeavesARow() throws IOException {
    record(2);
    store.close();
    Files.delete(headFile);
    store = TestStore.open(file);
    store.bean(AuditHeads.class).follow();
    assertEquals(List.of("null HEAD"), problems());
    record(1);
    store.bean(AuditHeads.class).follow();
    assertEquals("4", head());
    assertEquals(List.of(), problems());
    AuditRecord last = store.bean(AuditTrail.class).page(AuditFilter.ALL, null, 1).items().get(0);
    assertEquals(AuditAction.AUDIT_HEAD, last.action());
    assertEquals("application", last.actorId());
  }

  @Test
  void saysWhereTheLogEnds() throws Exception {
    try (LogLines lines = LogLines.of("keystile.audit")) {
      record(2);
      AuditHeads heads = store.bean(AuditHeads.class);
      heads.publish();
      assertTrue(lines.next().startsWith("The audit log ends at row 2: "));
      heads.publish();
      assertTrue(lines.isEmpty());
    }
  }

  private void record(int rows) {
    for (int i = 0; i < rows; i++) {
      store.bean(AuditLog.class).record(AuditEntry.noted("test.mark", "a"));
    }
  }

  private String head() throws IOException {
    return List.of(Files.readString(headFile).split(" ", -1)).get(1);
  }

  private List<String> problems() {
    return store.bean(AuditTrail.class).verify().problems().stream()
        .map(problem -> problem.row() + " " + problem.kind())
        .toList();
  }
}
