package io.keystile.app.console.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.Visitor;
import io.keystile.app.console.people.Role;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyListTest {

  private static final String LIST = "/console/keys";
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*cursor=[^\"]*)\">Next page");
  private static final Pattern ROW = Pattern.compile("<tr id=\"key_");

  @TempDir private static Path folder;
  private static ConsoleServer server;
  private static Visitor administrator;
  private static Visitor viewer;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder, Map.of("keystile.api-key", "k".repeat(40)));
    administrator = server.signedIn(Role.ADMINISTRATOR);
    viewer = server.signedIn(Role.VIEWER);
    Instant now = Instant.now();
    issue(KeySettings.named("ends soon").validBetween(null, now.plus(Duration.ofDays(3))));
    issue(KeySettings.named("ends late").validBetween(null, now.plus(Duration.ofDays(300))));
    for (int i = 0; i < 30; i++) {
      issue(KeySettings.named("bulk " + i));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?filter=nonsense",
        "?sort=nonsense",
        "?cursor=nonsense",
        "?sort=name&cursor=eyJhIjoxfQ",
        "?text=%00%ff",
        "?filter=&text=&sort=&cursor="
      })
  void showsTheListWhateverItsAddressSays(String query) {
    administrator.get(LIST + query).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='x",
        "{{7*7}}",
        "${7*7}",
        "javascript:alert(1)",
        "</title><svg/onload=alert(1)>",
        "&lt;b&gt;"
      })
  void showsHostileTextsAsText(String hostile) {
    IssuedKey key = issue(KeySettings.named(hostile).describedAs(hostile));
    String body = administrator.get(LIST + "?text=" + key.key().id()).expect(200).body();
    assertEquals(1, count(ROW, body));
    String shown = hostile.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    assertTrue(body.contains(">" + shown + "</a>"), body);
    administrator.get(LIST + "?text=" + encode(hostile)).expect(200).expectNoText("<script>alert");
    server.bean(ApiKeys.class).delete(key.key().id());
  }

  @Test
  void offersViewersNothingToChange() {
    viewer
        .get(LIST + "?text=ends")
        .expect(200)
        .expectText("ends soon")
        .expectNoText("role=\"switch\"")
        .expectNoText("/edit\"")
        .expectNoText("/delete\"")
        .expectNoText("New API Key")
        .expectNoText("Generate");
  }

  @Test
  void letsViewersSwitchNothing() {
    IssuedKey key = issue(KeySettings.named("kept on"));
    viewer.post(LIST + "/" + key.key().id() + "/enabled", Map.of("enabled", "false")).expect(403);
    assertTrue(server.bean(ApiKeys.class).get(key.key().id()).enabled());
  }

  @Test
  void switchesNothingForAnotherSite() {
    IssuedKey key = issue(KeySettings.named("still on"));
    String body = "enabled=false&_token=" + administrator.token();
    administrator
        .send(
            administrator
                .request(LIST + "/" + key.key().id() + "/enabled")
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build())
        .expect(403);
    assertTrue(server.bean(ApiKeys.class).get(key.key().id()).enabled());
  }

  @ParameterizedTest
  @ValueSource(strings = {"key_nobody", "nonsense", "..", "key_%0a"})
  void findsNoKeyToSwitch(String id) {
    administrator.post(LIST + "/" + id + "/enabled", Map.of("enabled", "false")).expect(404);
  }

  @Test
  void switchesNoKeyOfTheEnvironment() {
    String body = administrator.get(LIST + "?filter=environment").expect(200).body();
    assertEquals(1, count(ROW, body));
    assertTrue(!body.contains("role=\"switch\""), body);
    Matcher id = Pattern.compile("id=\"(key_[^\"]+)\"").matcher(body);
    assertTrue(id.find());
    administrator.post(LIST + "/" + id.group(1) + "/enabled", Map.of()).expect(404);
  }

  @Test
  void switchesAtOnceAndGoesBackToWhereItWas() {
    IssuedKey key = issue(KeySettings.named("toggled"));
    String path = LIST + "/" + key.key().id() + "/enabled";
    Map<String, String> off = Map.of("enabled", "false", "back", LIST + "?filter=active");
    assertEquals(200, models(key));
    administrator.post(path, off).expectTo(LIST + "?filter=active");
    assertEquals(401, models(key));
    administrator.post(path, Map.of("enabled", "true", "back", "//evil")).expectTo(LIST);
    assertEquals(200, models(key));
  }

  @Test
  void goesOnFromPageToPageWithoutMissingAKey() {
    int rows = 0;
    String path = LIST + "?sort=name";
    while (!path.isEmpty()) {
      String body = administrator.get(path).expect(200).body();
      rows += count(ROW, body);
      Matcher next = NEXT.matcher(body);
      path = next.find() ? next.group(1).replace("&amp;", "&") : "";
    }
    assertEquals(server.bean(ApiKeys.class).count() + 1, rows);
  }

  @Test
  void narrowsDown() {
    administrator
        .get(LIST + "?filter=expiring")
        .expectText("ends soon")
        .expectNoText("ends late")
        .expectNoText("bulk 1<");
    administrator.get(LIST + "?filter=never-used&text=late").expectText("ends late");
    administrator.get(LIST + "?filter=disabled&text=late").expectText("Nothing fits");
    administrator.get(LIST + "?text=ends&sort=-name").expectText("aria-sort=\"descending\"");
  }

  @Test
  void staysSmall() {
    int bytes = administrator.get(LIST).body().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 100 * 1024, () -> bytes + " bytes");
  }

  private static int models(IssuedKey key) {
    return server
        .stranger()
        .send(
            server
                .stranger()
                .request("/v1/models")
                .header("Authorization", "Bearer " + key.secret().exposeText())
                .build())
        .status();
  }

  private static IssuedKey issue(KeySettings settings) {
    return server.bean(ApiKeys.class).issue(settings);
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }
}
