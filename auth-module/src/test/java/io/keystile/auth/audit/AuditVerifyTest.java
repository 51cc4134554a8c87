package io.keystile.auth.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.store.StoreTransactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log of ten rows that is tampered with in every way, and put right again. */
class AuditVerifyTest {

  @TempDir static Path folder;
  private static Path file;
  private static Path headFile;
  private static String head;
  private static TestStore store;
  private static AuditFile audit;

  @BeforeAll
  static void aLog() throws IOException, SQLException {
    file = folder.resolve("audit.db");
    headFile = folder.resolve("audit.db.audit-head");
    store = TestStore.open(file);
    AuditFile.write(store, 10);
    store.bean(AuditHeads.class).follow();
    head = Files.readString(headFile);
    audit = new AuditFile(file);
    audit.open();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @AfterEach
  void putRight() throws SQLException, IOException {
    audit.restore();
    Files.writeString(headFile, head);
    assertEquals(List.of(), found());
  }

  @Test
  void aLogThatNobodyTouchedIsIntact() {
    AuditReport report = store.bean(AuditTrail.class).verify();
    assertEquals(List.of(), report.problems());
    assertTrue(report.isIntact());
    assertEquals(10, report.rows());
  }

  @Test
  void tellsHowFarItIsAndEndsWhenNobodyWantsIt() {
    AuditTrail trail = store.bean(AuditTrail.class);
    List<Long> told = new ArrayList<>();
    assertTrue(trail.verify(told::add).isIntact());
    assertEquals(List.of(10L), told);
    assertThrows(
        AuditUnavailableException.class,
        () ->
            trail.verify(
                rows -> {
                  throw new AuditUnavailableException("ended", null);
                }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at = at + 1",
        "actor_kind = 'key'",
        "actor_id = actor_id || 'x'",
        "address = NULL",
        "address = ''",
        "request_id = NULL",
        "request_id = 'r-' || request_id",
        "action = 'test.Mark'",
        "target = '5'",
        "before_json = NULL",
        "before_json = '{}'",
        "after_json = replace(after_json, '5', '6')",
        "after_json = NULL",
        "result = 'refused'",
        "mac = upper(mac)",
        "mac = ''",
        // A field's end moved into the next one.
        "actor_id = actor_id || address, address = ''",
        "request_id = request_id || action, action = ''"
      })
  void namesARowOfWhichOneFieldWasChanged(String change) throws SQLException {
    audit.execute("UPDATE keystile_audit SET " + change + " WHERE number = 5");
    assertEquals(List.of("5 CHANGED"), found());
  }

  @Test
  void namesARowWhoseKeyIsNotAtHand() throws SQLException {
    audit.execute("UPDATE keystile_audit SET key_id = 'f' || substr(key_id, 2) WHERE number = 5");
    List<String> found = found();
    // One time in sixteen the id begins with f.
    assertTrue(found.isEmpty() || found.equals(List.of("5 OTHER_KEY")), found.toString());
    audit.execute("UPDATE keystile_audit SET key_id = 'none' WHERE number = 5");
    assertEquals(List.of("5 OTHER_KEY"), found());
  }

  @Test
  void namesRowsThatWereRemoved() throws SQLException {
    audit.remove(4, 6);
    assertEquals(List.of("4 MISSING"), found());
    assertEquals("Rows 4 to 6 are missing.", message());
    audit.restore();
    audit.remove(1, 1);
    assertEquals(List.of("1 MISSING"), found());
    assertEquals("Row 1 is missing.", message());
  }

  @Test
  void namesTheFirstRowThatTookAnothersPlace() throws SQLException {
    audit.remove(5, 5);
    for (int number = 6; number <= 10; number++) {
      audit.move(number, number - 1);
    }
    assertEquals("5 CHANGED", found().get(0));
    assertEquals("10 CUT", found().get(found().size() - 1));
  }

  @Test
  void namesRowsThatChangedPlaces() throws SQLException {
    audit.move(4, 99);
    audit.move(5, 4);
    audit.move(99, 5);
    assertEquals(List.of("4 CHANGED", "5 UNLINKED", "6 UNLINKED"), found());
  }

  @Test
  void namesRowsThatWerePutIn() throws SQLException {
    audit.copy(10, 11);
    assertEquals(List.of("11 CHANGED"), found());
    audit.restore();
    for (int number = 10; number >= 5; number--) {
      audit.move(number, number + 1);
    }
    audit.copy(4, 5);
    assertEquals("5 CHANGED", found().get(0));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void namesARowThatWasPutInBeforeTheFirst(long number) throws SQLException {
    audit.copy(5, number);
    assertEquals(List.of(number + " CHANGED"), found());
    assertEquals("Row " + number + " was put in.", message());
  }

  /** As bytes, a text reads the same, but a search for it passes the row over. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor_id = CAST(actor_id AS BLOB)",
        "action = CAST(action AS BLOB)",
        "target = CAST(target AS BLOB)",
        "address = CAST(address AS BLOB)",
        "at = at + 0.5"
      })
  void namesARowOfWhichOneFieldIsStoredInAnotherForm(String change) throws SQLException {
    audit.execute("UPDATE keystile_audit SET " + change + " WHERE number = 5");
    assertEquals(List.of("5 CHANGED"), found());
  }

  @Test
  void namesATailThatWasCut() throws SQLException {
    audit.remove(9, 10);
    assertEquals(List.of("9 CUT"), found());
    assertEquals("Rows 9 to 10 are cut off the end.", message());
    audit.remove(1, 10);
    assertEquals(List.of("1 CUT"), found());
  }

  @Test
  void tellsWhenTheNoteOfTheEndIsGoneOrNotOurs() throws IOException, SQLException {
    Files.delete(headFile);
    assertEquals(List.of("null HEAD"), found());
    Files.writeString(headFile, head.replace(" 10 ", " 8 "));
    audit.remove(9, 10);
    assertEquals(List.of("null HEAD"), found());
    for (String text : List.of("", "keystile", head + head, head.replace("10", "x"))) {
      Files.writeString(headFile, text);
      assertEquals(List.of("null HEAD"), found());
    }
  }

  @Test
  void tellsWhenTheLastRowIsAnotherThanWasNoted() throws SQLException {
    AuditKey key = store.bean(AuditKeys.class).findCurrent().orElseThrow();
    AuditRow ninth = row(9);
    AuditRow other =
        new AuditRow(10, 1, "key", "k", null, null, "a", "t", null, null, "done", "", "")
            .sealed(key, ninth.mac());
    audit.execute(
        "UPDATE keystile_audit SET at = 1, actor_kind = 'key', actor_id = 'k', address = NULL,"
            + " request_id = NULL, action = 'a', target = 't', before_json = NULL,"
            + " after_json = NULL, mac = '"
            + other.mac()
            + "' WHERE number = 10");
    assertEquals(List.of("10 HEAD"), found());
  }

  @Test
  void namesAHundredProblemsAndCountsTheRest() throws SQLException {
    audit.execute(
        "WITH RECURSIVE n(i) AS (SELECT 11 UNION ALL SELECT i + 1 FROM n WHERE i < 130)"
            + " INSERT INTO keystile_audit SELECT i, at, actor_kind, actor_id, address, request_id,"
            + " action, target, before_json, after_json, result, key_id, mac"
            + " FROM n JOIN keystile_audit WHERE number = 10");
    AuditReport report = store.bean(AuditTrail.class).verify();
    assertEquals(100, report.problems().size());
    assertEquals(20, report.further());
  }

  private static List<String> found() {
    return problems().map(problem -> problem.row() + " " + problem.kind()).toList();
  }

  private static String message() {
    return problems().findFirst().orElseThrow().message();
  }

  private static Stream<AuditProblem> problems() {
    return store.bean(AuditTrail.class).verify().problems().stream();
  }

  private static AuditRow row(long number) {
    return store
        .bean(StoreTransactions.class)
        .read("a row", () -> store.bean(AuditRepository.class).findRow(number))
        .orElseThrow();
  }
}
