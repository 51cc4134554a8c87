package io.keystile.app.console.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.keys.KeyImport;
import io.keystile.auth.keys.KeyImporter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list with 100,000 keys: a page of it stays a page. */
@Tag("slow")
class ManyKeysTest {

  private static final String LIST = "/console/keys";
  private static final int KEYS = 100_000;
  private static final int AT_ONCE = 10_000;
  private static final int PAGE = 25;
  private static final Pattern ROW =
      Pattern.compile("<th scope=\"row\"><div>\\s*<a href=\"/console/keys/([^\"]+)\">([^<]+)</a>");
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\">Next page");

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static Visitor viewer;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder);
    for (int i = 0; i < KEYS / AT_ONCE; i++) {
      server.bean(KeyImporter.class).importKeys(lines(i), new KeyImport("Batch " + i, null, true));
    }
    viewer = server.signedIn(Role.VIEWER);
  }

  private static List<String> lines(int batch) {
    return IntStream.range(0, AT_ONCE)
        .mapToObj("sk-made-elsewhere-%02d-%%08d-0123456789".formatted(batch)::formatted)
        .toList();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void showsOnePageAndHowManyThereAre() {
    Answer list = viewer.get(LIST).expect(200).expectText("100,000 keys in the store");
    assertEquals(PAGE, rows(list).size());
  }

  @Test
  void leadsFromPageToPageWithoutAnyTwice() {
    Set<String> seen = new HashSet<>();
    String path = LIST + "?sort=name";
    for (int i = 1; i <= 8; i++) {
      Answer list = viewer.get(path).expect(200);
      rows(list).forEach(row -> seen.add(row.group(1)));
      assertEquals(i * PAGE, seen.size());
      Matcher next = NEXT.matcher(list.body());
      assertTrue(next.find());
      path = next.group(1).replace("&amp;", "&");
    }
  }

  @Test
  void findsOneAmongAll() {
    List<MatchResult> found = rows(viewer.get(LIST + "?text=batch+7+4321").expect(200));
    assertEquals(List.of("Batch 7 4321"), found.stream().map(row -> row.group(2)).toList());
  }

  @Test
  void findsNothingWhereNothingFits() {
    viewer.get(LIST + "?text=batch+77").expect(200).expectText("Nothing fits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all",
        "active",
        "disabled",
        "expired",
        "expiring",
        "never-used",
        "unused",
        "environment"
      })
  void filtersWithoutShowingMoreThanAPage(String filter) {
    int shown = rows(viewer.get(LIST + "?filter=" + filter).expect(200)).size();
    boolean all = Set.of("all", "active", "never-used").contains(filter);
    assertEquals(all ? PAGE : 0, shown);
  }

  @ParameterizedTest
  @CsvSource({"name, Batch 0 1", "-name, Batch 9 9999", "created, Batch 0", "-created, Batch 9"})
  void sortsAllOfThem(String order, String first) {
    String name = rows(viewer.get(LIST + "?sort=" + order).expect(200)).get(0).group(2);
    assertTrue(name.startsWith(first), name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"requests", "-requests", "last-used", "-last-used", "expires", "-expires"})
  void sortsByWhatIsTheSameForAll(String order) {
    assertEquals(PAGE, rows(viewer.get(LIST + "?sort=" + order).expect(200)).size());
  }

  private static List<MatchResult> rows(Answer list) {
    return ROW.matcher(list.body()).results().toList();
  }
}
