package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.ImportReport.Outcome;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyImporterTest {

  private static final String LONG = "imported-key-of-thirty-two-or-more-characters";
  private static final String SHORT = "imported-key-1234";
  private static final KeyImport SOME = new KeyImport("old", null, false);
  private static final KeyImport ALL = new KeyImport("old", null, true);

  @TempDir Path folder;
  private TestStore store;
  private KeyImporter importer;

  @BeforeEach
  void open() {
    store = TestStore.open(folder.resolve("keys.db"));
    importer = store.bean(KeyImporter.class);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void refusesWhatCannotBeAKeyAndSaysWhy() {
    List<String> wrong =
        List.of("x".repeat(16), "x".repeat(513), "with a blank inside", "schlüssel-mit-umlaut");
    ImportReport report = importer.importKeys(wrong, SOME);
    assertEquals(4, report.count(Outcome.REFUSED));
    report
        .lines()
        .forEach(
            line ->
                assertEquals(
                    "A key is 17 to 512 visible ASCII characters without blanks.", line.note()));
    assertTrue(report.applied());
    assertEquals(0, store.keys().count());
  }

  @Test
  void writesNothingWhenOneLineIsRefusedAndAllOrNothingIsAsked() {
    ImportReport report = importer.importKeys(List.of(LONG, "", "short"), ALL);
    assertFalse(report.applied());
    assertEquals(List.of(3), report.lines().stream().map(ImportReport.Line::number).toList());
    assertEquals(0, store.keys().count());
    assertTrue(importer.importKeys(List.of(LONG, ""), ALL).applied());
  }

  @Test
  void tellsHowFarItIs() {
    List<Long> told = new ArrayList<>();
    importer.importKeys(many(2_001), SOME, told::add);
    assertEquals(List.of(0L, 1_000L, 2_000L), told);
    assertEquals(2_001, store.keys().count());
  }

  @Test
  void writesNothingWhenItIsEndedOnTheWay() {
    LongConsumer end =
        read -> {
          if (read > 0) {
            throw new ConflictException("ended");
          }
        };
    assertThrows(ConflictException.class, () -> importer.importKeys(many(2_000), SOME, end));
    assertEquals(0, store.keys().count());
  }

  private static List<String> many(int count) {
    return IntStream.range(0, count).mapToObj(i -> LONG + i).toList();
  }

  @Test
  void tellsOfEveryLine() {
    importer.importKeys(List.of(LONG), SOME);
    ImportReport report =
        importer.importKeys(
            List.of("  ", LONG, "\t" + LONG + "2 \r", LONG + "2", "short", "x".repeat(512)), SOME);
    assertEquals(
        List.of("2 ALREADY_THERE", "3 ADDED", "4 ALREADY_THERE", "5 REFUSED", "6 ADDED"),
        report.lines().stream().map(line -> line.number() + " " + line.outcome()).toList());
    assertEquals(3, store.keys().count());
    assertFalse(report.toString().contains(LONG));
    ManagedKey added = store.keys().get(Objects.requireNonNull(report.lines().get(1).id()));
    assertEquals("old 3", added.name());
    assertTrue(added.imported());
  }

  @Test
  void warnsOfAShortKeyAndGivesNoHintOfIt() {
    ImportReport report = importer.importKeys(List.of(SHORT, LONG), SOME);
    String note = String.valueOf(report.lines().get(0).note());
    assertTrue(note.startsWith("Shorter than 32 characters"), note);
    assertEquals(null, report.lines().get(1).note());
    List<String> hints =
        store.keys().search(KeyQuery.ALL, null, 10).items().stream().map(ManagedKey::hint).toList();
    assertEquals(List.of("…", "…ters"), hints);
  }

  @Test
  void takesTheNameAloneForOneKeyAndTheScopesItIsGiven() {
    KeyImport options = new KeyImport("only", Scopes.of("chat:read"), false);
    importer.importKeys(List.of(LONG), options);
    ManagedKey key = store.keys().search(KeyQuery.ALL, null, 1).items().get(0);
    assertEquals("only", key.name());
    assertEquals(Scopes.of("chat:read"), key.scopes());
    assertThrows(IllegalArgumentException.class, () -> new KeyImport("x".repeat(91), null, false));
  }

  @Test
  void leavesAGeneratedKeyAsItIs() {
    IssuedKey issued = store.issue("issued");
    ImportReport report = importer.importKeys(List.of(issued.secret().exposeText()), SOME);
    assertEquals(1, report.count(Outcome.ALREADY_THERE));
    assertEquals("issued", store.keys().get(issued.key().id()).name());
  }

  @Test
  void leavesASecretOutThatWasReplaced() {
    IssuedKey issued = store.issue("issued");
    IssuedKey rotated =
        store.bean(KeyRotation.class).rotate(issued.key().id(), Duration.ofHours(1));
    List<String> lines =
        List.of(LONG, issued.secret().exposeText(), rotated.secret().exposeText(), LONG);
    assertEquals(
        List.of("1 ADDED", "2 ALREADY_THERE", "3 ALREADY_THERE", "4 ALREADY_THERE"),
        importer.importKeys(lines, SOME).lines().stream()
            .map(line -> line.number() + " " + line.outcome())
            .toList());
  }

  @Test
  void keepsTheOrderOfALongList() {
    importer.importKeys(List.of(LONG + "1500", LONG + "2"), SOME);
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 2_500; i++) {
      lines.add(i % 1_000 == 0 ? "short" : LONG + i);
    }
    ImportReport report = importer.importKeys(lines, SOME);
    List<Integer> numbers = report.lines().stream().map(ImportReport.Line::number).toList();
    assertEquals(IntStream.rangeClosed(1, 2_500).boxed().toList(), numbers);
    assertEquals(2, report.count(Outcome.REFUSED));
    assertEquals(2, report.count(Outcome.ALREADY_THERE));
    assertEquals(2_496 + 2, store.keys().count());
    ManagedKey last = store.keys().get(Objects.requireNonNull(report.lines().get(2_498).id()));
    assertEquals("old 2499", last.name());
  }

  @Test
  void addsAKeyOnceThatTwoBringAtTheSameTime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    for (int i = 0; i < 10; i++) {
      List<String> lines = List.of(LONG + i);
      CyclicBarrier together = new CyclicBarrier(2);
      List<Future<ImportReport>> reports = new ArrayList<>();
      for (int thread = 0; thread < 2; thread++) {
        reports.add(
            threads.submit(
                () -> {
                  together.await();
                  return importer.importKeys(lines, SOME);
                }));
      }
      long added = 0;
      for (Future<ImportReport> report : reports) {
        added += report.get().count(Outcome.ADDED);
      }
      assertEquals(1, added);
    }
    threads.shutdown();
    assertEquals(10, store.keys().count());
  }

  @Test
  void letsAnImportedKeyInAtOnce() {
    importer.importKeys(List.of(SHORT), SOME);
    Verdict verdict =
        store
            .bean(KeyVerifier.class)
            .verify(KeySecret.of(SHORT), new Call(0, null, List.of()))
            .toCompletableFuture()
            .join();
    assertInstanceOf(Verdict.Accepted.class, verdict);
  }
}
