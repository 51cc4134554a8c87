package io.keystile.app.console.overview;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.people.Role;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.usage.KeyUses;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewTest {

  private static final String PATH = "/console";
  private static final String HOSTILE = "<script>alert(1)</script>";

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static ApiKeyId busy;
  private static ApiKeyId gone;

  @BeforeAll
  static void someKeysAndCalls() throws SQLException {
    server = ConsoleServer.start(folder);
    Instant now = Instant.now();
    Instant late = now.plus(Duration.ofDays(300));
    busy = issue("busy", late);
    gone = issue("gone", late);
    issue("near", now.plus(Duration.ofDays(3)));
    for (int i = 0; i < 7; i++) {
      issue("endless " + i, null);
    }
    issue(HOSTILE, null);
    aged(issue("forgotten", late), now);
    ApiKeyId old = issue("old", late);
    aged(old, now);
    ApiKeyId refused = issue("refused", late);
    ApiKeyId seldom = issue("seldom refused", late);
    KeyUses uses = server.bean(KeyUses.class);
    call(uses, busy, 1234);
    call(uses, gone, 5);
    call(uses, old, 2);
    refuse(uses, refused, 10);
    refuse(uses, seldom, 9);
    uses.countRefusal(now.toEpochMilli(), Reason.INVALID_API_KEY, null, 0);
    uses.flush();
    server.bean(ApiKeys.class).delete(gone);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void sendsStrangersToSignIn() {
    server.stranger().get(PATH).expectTo("/console/sign-in");
  }

  @Test
  void teachesWhereThereIsNothing(@TempDir Path other) {
    try (ConsoleServer empty = ConsoleServer.start(other)) {
      empty
          .signedIn(Role.ADMINISTRATOR)
          .get(PATH)
          .expect(200)
          .expectText("No keys yet")
          .expectText("href=\"/console/keys/new\"")
          .expectText("No calls yet")
          .expectText(empty.uri() + "/v1/models")
          .expectNoText("Keys that need attention");
      empty
          .signedIn(Role.VIEWER)
          .get(PATH)
          .expectText("An administrator of this console can make the first one.")
          .expectNoText("/console/keys/new");
    }
  }

  @Test
  void tellsWhatBecameOfCalls() {
    show(Role.VIEWER)
        .expectText("<b>1,241</b><span>calls accepted in 24 hours")
        .expectText("<b>20</b><span>calls <a href=\"/console/refusals?period=day\">refused</a>")
        .expectText("Calls per hour: 1,241 accepted, 19 ip_not_allowed, 1 invalid_api_key")
        .expectText("Calls per day: 1,241 accepted, 19 ip_not_allowed, 1 invalid_api_key")
        .expectText("<b>14</b><span><a href=\"/console/keys\">keys</a> in the store")
        .expectNoText("No calls yet");
  }

  @Test
  void namesTheBusiestKeysAlsoThoseThatAreGone() {
    show(Role.VIEWER)
        .expectText("<a href=\"/console/keys/" + busy + "\">busy</a><span>1,234</span>")
        .expectText("Deleted: <code>" + gone + "</code></span><span>5</span>");
  }

  @ParameterizedTest
  @CsvSource({
    "Ends within 14 days, near, Change its end",
    "Refused often, refused, See why",
    "Unused for 90 days, forgotten, Delete",
    "Without an end, endless 6, Set an end",
    "Older than 90 days, old, Rotate"
  })
  void namesKeysThatNeedAttentionWithWhatToDo(String concern, String name, String label) {
    String body = show(Role.ADMINISTRATOR).body();
    int begin = body.indexOf("<h3>" + concern + "</h3>");
    assertTrue(begin > 0, body);
    String part = body.substring(begin, body.indexOf("</ul>", begin));
    assertTrue(part.contains(">" + name + "</a>"), part);
    assertTrue(part.contains("aria-label=\"" + label + ": " + name + "\""), part);
  }

  @Test
  void leavesOutWhatNeedsNoAttentionAndSaysWhereThereIsMore() {
    show(Role.ADMINISTRATOR)
        .expectNoText("seldom refused")
        .expectNoText("endless 0")
        .expectText("href=\"/console/keys?filter=active&amp;sort=-expires\">All of them")
        .expectNoText("filter=unused");
  }

  @Test
  void offersViewersNothingToChange() {
    show(Role.VIEWER)
        .expectText("aria-label=\"See why: refused\"")
        .expectNoText("/edit\"")
        .expectNoText("/delete\"")
        .expectNoText("/rotate\"");
  }

  @Test
  void showsHostileNamesAsTextAndStaysSmall() {
    String body =
        show(Role.ADMINISTRATOR)
            .expectText(">&lt;script&gt;alert(1)&lt;/script&gt;</a>")
            .expectNoText(HOSTILE)
            .body();
    int bytes = body.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 100 * 1024, () -> bytes + " bytes");
  }

  private static Answer show(Role role) {
    return server.signedIn(role).get(PATH).expect(200);
  }

  private static ApiKeyId issue(String name, @Nullable Instant end) {
    KeySettings settings = KeySettings.named(name).validBetween(null, end);
    return server.bean(ApiKeys.class).issue(settings).key().id();
  }

  private static void call(KeyUses uses, ApiKeyId key, int count) {
    for (int i = 0; i < count; i++) {
      uses.of(key, 1).record(System.currentTimeMillis(), null);
    }
  }

  private static void refuse(KeyUses uses, ApiKeyId key, int count) {
    for (int i = 0; i < count; i++) {
      uses.countRefusal(System.currentTimeMillis(), Reason.IP_NOT_ALLOWED, key, 1);
    }
  }

  /** As if it had been made long ago. */
  private static void aged(ApiKeyId key, Instant now) throws SQLException {
    long then = now.minus(Duration.ofDays(100)).toEpochMilli();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keys.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE keystile_key SET created_at = " + then + " WHERE id = '" + key.value() + "'");
    }
  }
}
