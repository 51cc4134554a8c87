package io.keystile.app.console.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.audit.Actor;
import io.keystile.auth.audit.Actors;
import io.keystile.auth.audit.AuditEntry;
import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditLog;
import io.keystile.auth.audit.AuditRecord;
import io.keystile.auth.audit.AuditTrail;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.store.StoreTransactions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogPagesTest {

  private static final String LIST = "/console/audit";
  private static final String HOSTILE = "<script>alert(1)</script>";
  private static final Pattern ROW = Pattern.compile("href=\"/console/audit/([0-9]+)\">");
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*cursor=[^\"]*)\">Next page");

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static Visitor viewer;
  private static ApiKeyId key;

  @BeforeAll
  static void someRows() {
    server = ConsoleServer.start(folder);
    viewer = server.signedIn(Role.VIEWER);
    key = server.bean(ApiKeys.class).issue(KeySettings.named(HOSTILE)).key().id();
    server.bean(ApiKeys.class).disable(key);
    for (int i = 0; i < 70; i++) {
      int number = i;
      as("batch", () -> record(AuditEntry.noted("test.mark", "mark " + number)));
    }
    as(HOSTILE, () -> record(AuditEntry.added(HOSTILE, HOSTILE, Map.of(HOSTILE, HOSTILE))));
    List<String> ids = IntStream.range(0, 1000).mapToObj(i -> "key_" + i).toList();
    as("big", () -> record(AuditEntry.added("key.import", "many", Map.of("keys", ids))));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void sendsStrangersToSignIn() {
    server.stranger().get(LIST).expectTo("/console/sign-in?to=" + LIST);
    server.stranger().get(LIST + "/export").expectTo("/console/sign-in?to=" + LIST + "/export");
  }

  @ParameterizedTest
  @CsvSource({
    "from=yesterday",
    "to=2027-13-01T00:00",
    "from=2027-01-31T09:00&zone=Nowhere/Land",
    "from=%2B999999999-01-01T00:00",
    "to=1969-01-01T00:00"
  })
  void tellsWhatIsWrongWithADate(String query) {
    String field = query.substring(0, query.indexOf('='));
    for (String path : List.of(LIST, LIST + "/export")) {
      viewer.get(path + "?" + query).expect(422).expectText("id=\"" + field + "-fault\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?cursor=nonsense",
        "?cursor=99999999999999999999",
        "?cursor=0",
        "?order=nonsense",
        "?actor=%00%ff",
        "?actor=&action=&target=&from=&to=&zone=&order=&cursor="
      })
  void showsTheListWhateverItsAddressSays(String query) {
    viewer.get(LIST + query).expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "actor=batch, 50",
    "action=key.disable, 1",
    "target=mark%207, 1",
    "actor=batch&action=test.mark&target=mark%2012, 1",
    "from=2000-01-01T00:00&target=KEY, 2",
    "from=2000-01-01T00:00&zone=Europe/Berlin&target=KEY, 2",
    "to=2000-01-01T00:00, 0",
    "actor=nobody, 0"
  })
  void narrowsDown(String query, int rows) {
    Answer answer = viewer.get(LIST + "?" + query.replace("KEY", key.value())).expect(200);
    assertEquals(rows, ids(answer.body()).size(), answer.body());
    if (rows == 0) {
      answer.expectText("Nothing fits");
    }
  }

  @Test
  void showsTheOldestFirstWhenAsked() {
    String first = viewer.get(LIST + "?order=oldest").expect(200).body();
    assertTrue(ids(first).contains("1"), first);
    String last = viewer.get(LIST).expect(200).body();
    assertTrue(!ids(last).contains("1"), last);
  }

  @Test
  void pagesThroughAllOfThem() {
    Set<String> found = new HashSet<>();
    String path = LIST + "?actor=batch";
    int pages = 0;
    while (!path.isEmpty()) {
      String body = viewer.get(path).expect(200).body();
      found.addAll(ids(body));
      Matcher next = NEXT.matcher(body);
      path = next.find() ? next.group(1).replace("&amp;", "&") : "";
      pages++;
    }
    assertEquals(70, found.size());
    assertEquals(2, pages);
  }

  @Test
  void showsARowBeforeAndAfter() {
    AuditRecord row = rows(AuditFilter.ALL.on(key.value()).doing("key.disable")).get(0);
    viewer
        .get(LIST + "/" + row.number())
        .expect(200)
        .expectText("<code>key.disable</code>")
        .expectText("href=\"/console/keys/" + key + "\"")
        .expectText(">enabled</th>")
        .expectText("class=\"target\">true</td>")
        .expectText("class=\"target\">false</td>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "999999", "nonsense", "-1", "99999999999999999999", "verify"})
  void findsNoSuchRow(String number) {
    viewer.get(LIST + "/" + number).expect(404);
  }

  @Test
  void showsHostileTextsAsText() {
    AuditRecord row = rows(AuditFilter.ALL.by(HOSTILE)).get(0);
    String list = LIST + "?actor=%3Cscript%3Ealert(1)%3C/script%3E";
    for (String path : List.of(list, LIST + "/" + row.number())) {
      viewer.get(path).expectNoText(HOSTILE).expectText("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
    viewer.get(LIST + "?actor=%22%3E%3Cscript%3E").expect(200).expectNoText("\"><script>");
  }

  @Test
  void staysSmallWhateverRowsHold() {
    AuditRecord big = rows(AuditFilter.ALL.by("big")).get(0);
    for (String path : List.of(LIST, LIST + "?actor=big", LIST + "/" + big.number())) {
      int bytes = viewer.get(path).expect(200).body().getBytes(StandardCharsets.UTF_8).length;
      assertTrue(bytes < 100 * 1024, () -> path + ": " + bytes + " bytes");
    }
  }

  @Test
  void writesTheSameLinesAsTheCommandLine() {
    Answer file = viewer.get(LIST + "/export?actor=batch").expect(200);
    List<String> lines = new ArrayList<>();
    AuditFilter filter = AuditFilter.ALL.by("batch").ordered(AuditFilter.Order.OLDEST_FIRST);
    server.bean(AuditTrail.class).export(filter, row -> lines.add(row.json()));
    assertEquals(70, lines.size());
    assertEquals(lines, file.body().lines().toList());
    assertTrue(file.header("Content-Disposition").contains("audit.jsonl"));
    assertTrue(file.header("Content-Type").startsWith("application/jsonl"));
    assertEquals("no-store", file.header("Cache-Control"));
    assertEquals("nosniff", file.header("X-Content-Type-Options"));
  }

  @Test
  void writesEveryPageOfAllRows() {
    for (int i = 0; i < AuditTrail.MAX_PAGE; i++) {
      as("pages", () -> record(AuditEntry.noted("test.page", "page")));
    }
    Answer file = viewer.get(LIST + "/export?action=test.page").expect(200);
    assertEquals(AuditTrail.MAX_PAGE, file.body().lines().count());
    long all = server.bean(AuditTrail.class).count();
    assertEquals(all, viewer.get(LIST + "/export").expect(200).body().lines().count());
  }

  @Test
  void offersAnEmptyFileWhereNothingFits() {
    assertEquals("", viewer.get(LIST + "/export?actor=nobody").expect(200).body());
  }

  private static List<AuditRecord> rows(AuditFilter filter) {
    return server.bean(AuditTrail.class).page(filter, null, 10).items();
  }

  private static void as(String name, Runnable work) {
    Actor actor = new Actor(Actor.Kind.APPLICATION, name, null, null);
    server.bean(Actors.class).runAs(actor, work);
  }

  private static void record(AuditEntry entry) {
    server
        .bean(StoreTransactions.class)
        .write(
            "a test",
            () -> {
              server.bean(AuditLog.class).record(entry);
              return 1;
            });
  }

  private static Set<String> ids(String body) {
    Set<String> ids = new HashSet<>();
    ROW.matcher(body).results().forEach(row -> ids.add(row.group(1)));
    return ids;
  }
}
