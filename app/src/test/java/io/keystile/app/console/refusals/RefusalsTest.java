package io.keystile.app.console.refusals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.policy.CheckOutcome;
import io.keystile.auth.policy.Told;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

  private static final String LIST = "/console/refusals";
  private static final String HOSTILE = "<script>alert(1)</script>";
  private static final Pattern ROW = Pattern.compile("<a id=\"(rcpt_[0-9A-Z]+)\"");
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*cursor=[^\"]*)\">Next page");
  private static final Pattern POLL = Pattern.compile("hx-get=\"([^\"]+)\"");

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static Visitor viewer;
  private static ApiKeyId key;
  private static String recent;
  private static String old;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder);
    viewer = server.signedIn(Role.VIEWER);
    key = server.bean(ApiKeys.class).issue(KeySettings.named(HOSTILE)).key().id();
    Instant now = Instant.now();
    old = add(now.minus(Duration.ofHours(2)), Verdict.Rejected.of(Reason.INVALID_API_KEY), "-");
    recent =
        add(
            now,
            Verdict.Rejected.of(Reason.IP_NOT_ALLOWED, key)
                .withEvidence(
                    new Told(List.of(new CheckOutcome("addresses", false, HOSTILE, HOSTILE)))),
            "/v1/models");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void sendsStrangersToSignIn() {
    server.stranger().get(LIST).expectTo("/console/sign-in?to=" + LIST);
  }

  @ParameterizedTest
  @CsvSource({"address, nowhere", "key, ks_0123456789abcdef", "receipt, ks_0123456789abcdef"})
  void tellsWhatIsWrongAndRepeatsNoKey(String field, String value) {
    String body = viewer.get(LIST + "?" + field + "=" + value).expect(422).body();
    assertTrue(body.contains("id=\"" + field + "-fault\""), body);
    assertTrue(!body.contains("ks_0123456789abcdef"), body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?cursor=nonsense",
        "?cursor=%27%3B--",
        "?period=nonsense",
        "?code=%00%ff",
        "?code=x&seen=y",
        "?code=&address=&key=&period=&cursor=&receipt=&seen="
      })
  void showsTheListWhateverItsAddressSays(String query) {
    viewer.get(LIST + query).expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "code=ip_not_allowed",
    "key=KEY",
    "period=hour",
    "code=ip_not_allowed&period=day&key=KEY"
  })
  void narrowsDown(String query) {
    Answer answer = viewer.get(LIST + "?" + query.replace("KEY", key.value())).expect(200);
    Set<String> found = ids(answer);
    assertTrue(found.contains(recent), answer.body());
    assertTrue(!found.contains(old), answer.body());
  }

  @Test
  void narrowsDownToAnAddress() {
    Verdict.Rejected verdict = Verdict.Rejected.of(Reason.INVALID_API_KEY);
    String id = RefusedCalls.add(server, Instant.now(), verdict, "-", "2001:db8::7");
    assertEquals(Set.of(id), ids(viewer.get(LIST + "?address=2001:DB8:0::7").expect(200)));
    viewer.get(LIST + "?address=192.0.2.99").expect(200).expectText("Nothing fits");
  }

  @Test
  void leadsToAReceipt() {
    viewer.get(LIST + "?receipt=%20" + recent).expectTo(LIST + "/" + recent);
  }

  @Test
  void pagesThroughAllOfThem() {
    for (int i = 0; i < 60; i++) {
      add(Instant.now(), Verdict.Rejected.of(Reason.EXPIRED_API_KEY), "/v1/models");
    }
    Set<String> found = new HashSet<>();
    String path = LIST + "?code=expired_api_key";
    int pages = 0;
    while (!path.isEmpty()) {
      String body = viewer.get(path).expect(200).expectText("value=\"expired_api_key\"").body();
      found.addAll(ids(body));
      Matcher next = NEXT.matcher(body);
      path = next.find() ? next.group(1).replace("&amp;", "&") : "";
      pages++;
    }
    assertEquals(60, found.size());
    assertEquals(3, pages);
  }

  @Test
  void goesOnByItself() {
    String latest = add(Instant.now(), Verdict.Rejected.of(Reason.INVALID_API_KEY), "-");
    Answer page = viewer.get(LIST).expect(200).expectText("data-live=\"3\"");
    String poll = poll(page);
    assertTrue(poll.contains("seen=" + latest), poll);
    assertEquals("", ask(poll).expect(204).body());
    String next = add(Instant.now(), Verdict.Rejected.of(Reason.INVALID_API_KEY), "-");
    Answer part = ask(poll).expect(200).expectNoText("<html").expectText("id=\"refusals\"");
    assertTrue(ids(part).contains(next), part.body());
    assertNotEquals(poll, poll(part));
    ask(poll(part)).expect(204);
  }

  @Test
  void staysAsItIsBehindTheFirstPage() {
    viewer.get(LIST + "?cursor=" + recent).expect(200).expectNoText("data-live");
  }

  @Test
  void showsEverythingOfAReceipt() {
    viewer
        .get(LIST + "/" + recent)
        .expect(200)
        .expectText("Refused: ip_not_allowed")
        .expectText("<code>" + recent + "</code>")
        .expectText("403 <code>ip_not_allowed</code>: Access denied from this IP address")
        .expectText("<code>GET /v1/models</code>")
        .expectText("203.0.113.7 <span class=\"soft\">through 10.0.0.1</span>")
        .expectText("href=\"/console/keys/" + key + "\"")
        .expectText("<code>req_" + recent + "</code>")
        .expectText(">addresses</th>")
        .expectText(
            "/console/keys/"
                + key
                + "/check?address=203.0.113.7&amp;route=GET+%2Fv1%2Fmodels#trial")
        .expectText("/console/refusals?key=" + key)
        .expectText("/console/refusals?address=203.0.113.7")
        .expectText("/console/refusals?code=ip_not_allowed")
        .expectText("What it means, and what to do")
        .expectText("href=\"/console/help#ip_not_allowed\"");
    viewer
        .get(LIST + "/" + old)
        .expectText("none was recognised")
        .expectText("matched no route")
        .expectNoText("What would happen now");
  }

  @Test
  void asksWhatWouldHappenNow() {
    viewer
        .get("/console/keys/" + key + "/check?address=203.0.113.7&route=GET+%2Fv1%2Fmodels")
        .expect(200)
        .expectText("Accepted</span>");
  }

  @Test
  void showsHostileTextsAsText() {
    for (String path :
        List.of(LIST, LIST + "/" + recent, LIST + "?code=" + "%3Cscript%3Ealert(1)%3C/script%3E")) {
      viewer.get(path).expect(200).expectNoText(HOSTILE);
    }
    viewer
        .get(LIST + "/" + recent)
        .expectText("<small>&lt;script&gt;alert(1)&lt;/script&gt;</small>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rcpt_nobody", "ks_0123456789abcdef", "%0a", "rcpt_%3Cb%3E"})
  void saysThatAReceiptIsNotKeptAndRepeatsNothing(String id) {
    viewer
        .get(LIST + "/" + id)
        .expect(404)
        .expectText("Receipts are kept for 7 days, at most 10,000 of them")
        .expectNoText("ks_0123456789abcdef")
        .expectNoText("rcpt_<b>");
  }

  @Test
  void doesNotShowWhatIsTooOld() {
    Instant then = Instant.now().minus(Duration.ofDays(8));
    String id = add(then, Verdict.Rejected.of(Reason.INVALID_API_KEY), "-");
    assertTrue(!ids(viewer.get(LIST + "?code=invalid_api_key")).contains(id));
    viewer.get(LIST + "/" + id).expect(404);
  }

  @Test
  void teachesWhereThereIsNothing(@TempDir Path other) {
    try (ConsoleServer empty = ConsoleServer.start(other)) {
      empty.signedIn(Role.VIEWER).get(LIST).expect(200).expectText("No call was refused");
    }
  }

  @Test
  void saysThatNoneAreKept(@TempDir Path other) {
    try (ConsoleServer none = ConsoleServer.start(other, Map.of("keystile.receipts.max", 0))) {
      Visitor visitor = none.signedIn(Role.VIEWER);
      none.stranger().get("/v1/models").expect(401);
      visitor.get(LIST).expect(200).expectText("No receipts are kept");
      visitor.get(LIST + "/rcpt_1").expect(404).expectText("keystile.receipts.max");
    }
  }

  @Test
  void showsARealRefusal() {
    String receipt = server.stranger().get("/v1/models").expect(401).header("X-Keystile-Receipt");
    Answer page = viewer.get(LIST).expectText("<code>missing_authorization</code>");
    assertTrue(ids(page).contains(receipt), page.body());
    viewer.get(LIST + "/" + receipt).expect(200).expectText("127.0.0.1");
    int bytes = page.body().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 100 * 1024, () -> bytes + " bytes");
  }

  private static Answer ask(String path) {
    return viewer.send(viewer.request(path).header("HX-Request", "true").GET().build());
  }

  private static String poll(Answer answer) {
    Matcher poll = POLL.matcher(answer.body());
    assertTrue(poll.find(), answer.body());
    return URI.create(poll.group(1).replace("&amp;", "&")).toString();
  }

  private static Set<String> ids(Answer answer) {
    return ids(answer.body());
  }

  private static Set<String> ids(String body) {
    Set<String> ids = new HashSet<>();
    ROW.matcher(body).results().forEach(row -> ids.add(row.group(1)));
    return ids;
  }

  private static String add(Instant at, Verdict.Rejected verdict, String route) {
    return RefusedCalls.add(server, at, verdict, route, "203.0.113.7");
  }
}
