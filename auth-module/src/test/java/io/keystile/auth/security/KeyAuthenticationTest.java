package io.keystile.auth.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Scopes;
import io.keystile.auth.TestServer;
import io.keystile.auth.Wire;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.secured.SecuredApp;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key as Micronaut Security sees it. */
class KeyAuthenticationTest {

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = SecuredApp.start(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void hasTheIdAsNameTheScopesAsRolesAndNeverTheSecret() {
    server.bean(Accounts.class).create("acme", null, Scopes.ALL);
    IssuedKey key =
        server
            .bean(ApiKeys.class)
            .issue(
                KeySettings.named("nightly")
                    .ownedBy("acme")
                    .withScopes(Scopes.of("chat:read", "reports:read"))
                    .withMetadata(Map.of("team", "blue")));
    String id = key.key().id().value();
    assertEquals(
        id
            + " [chat:read, reports:read] {keyId="
            + id
            + ", keyName=nightly, owner=acme, metadata={team=blue}}",
        get("/mixed/any", key).body());
  }

  @ParameterizedTest(name = "{0} does not enter {1}")
  @CsvSource({
    "chat:read, /mixed/write",
    "chat:read, /mixed/allowed",
    "chat:read, /mixed/ruled",
    "chat:read, /guarded/both",
    "chat:read, /guarded/ruled",
    "chat:read, /guarded/ruled/",
    "chat:read, /guarded/denied",
    "chats:*, /mixed/write",
    "*, /mixed/admin",
    "*, /mixed/own",
    "*, /mixed/denied",
    "*, /mixed/unruled",
    "*, /mixed/unruled/",
    "*, /guarded/denied"
  })
  void refusesAKeyThatLacksTheRole(String scope, String path) {
    HttpResponse<String> answer = get(path, server.issue("lacking", scope));
    assertEquals(403, answer.statusCode());
    assertTrue(answer.body().contains("\"code\":\"insufficient_scope\""), answer.body());
    assertFalse(answer.body().contains("ROLE_ADMIN"), answer.body());
    assertTrue(header(answer, "X-Keystile-Receipt").startsWith("rcpt_"));
  }

  @ParameterizedTest(name = "{0} enters {1}")
  @CsvSource({
    "chat:write, /mixed/write",
    "chat:edit, /mixed/allowed",
    "chat:*, /mixed/write",
    "chat:*, /mixed/allowed",
    "chat:*, /mixed/ruled",
    "*, /mixed/write",
    "*, /mixed/ruled",
    "chat:*, /guarded",
    "chat:*, /guarded/",
    "chat:*, /guarded/both",
    "chat:*, /guarded/ruled",
    "chat:*, /guarded/ruled/",
    "*, /guarded/both",
    "chat:read, /guarded/permitted",
    "keystile:admin, /mixed/own"
  })
  void letsAKeyInThatHasTheRole(String scope, String path) {
    HttpResponse<String> answer = get(path, server.issue("having", scope));
    assertEquals(200, answer.statusCode(), answer.body());
  }

  @Test
  void namesTheMissingScopesButNoOtherRole() {
    HttpResponse<String> one = get("/mixed/write", server.issue("reader", "chat:read"));
    assertTrue(one.body().contains("lacks the scope chat:write."), one.body());
    assertEquals(
        "Bearer realm=\"keystile\", error=\"insufficient_scope\", scope=\"chat:write\"",
        header(one, "WWW-Authenticate"));
    HttpResponse<String> two = get("/mixed/allowed", server.issue("reader", "chat:read"));
    assertTrue(two.body().contains("needs one of these scopes: chat:write, chat:edit"), two.body());
    HttpResponse<String> other = get("/mixed/admin", server.issue("all", "*"));
    assertEquals(
        "Bearer realm=\"keystile\", error=\"insufficient_scope\"",
        header(other, "WWW-Authenticate"));
  }

  @Test
  void needsBothLocksWhereBothStand() {
    assertEquals(403, get("/guarded/both", server.issue("writer", "chat:write")).statusCode());
    assertEquals(403, get("/guarded/both", server.issue("reader", "chat:read")).statusCode());
    IssuedKey both = server.issue("both", "chat:read", "chat:write");
    assertEquals("both", get("/guarded/both", both).body());
  }

  @Test
  void needsNoSecondRuleOnAGuardedRoute() {
    IssuedKey key = server.issue("reader", "chat:read");
    assertEquals("entered by reader", get("/guarded", key).body());
    assertEquals(key.key().id().value(), get("/guarded/who", key).body());
    assertEquals(401, server.get("/guarded").statusCode());
    assertEquals(403, get("/guarded", server.issue("other", "reports:read")).statusCode());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"HEAD, /guarded/ruled", "HEAD, /guarded/ruled/", "GET, /guarded/ruled/"})
  void holdsAUrlRuleForEverySpellingThatReachesTheRoute(String method, String path)
      throws IOException {
    assertEquals(List.of(403), statuses(method, path, server.issue("reader", "chat:read")));
    assertEquals(List.of(200), statuses(method, path, server.issue("both", "chat:*")));
  }

  @Test
  void answersTheSecurityServiceForAnyScope() {
    IssuedKey key = server.issue("all", "*");
    String id = key.key().id().value();
    assertEquals(id + " true", get("/mixed/role/never:asked", key).body());
    assertEquals(id + " false", get("/mixed/role/keystile:admin", key).body());
    assertEquals(id + " false", get("/mixed/role/ROLE_ADMIN", key).body());
    IssuedKey reader = server.issue("reader", "chat:read");
    assertEquals(
        reader.key().id().value() + " false", get("/mixed/role/chat:write", reader).body());
  }

  @Test
  void knowsTheKeyOnAnOpenRoute() {
    IssuedKey key = server.issue("reader", "chat:read");
    assertEquals("stranger", server.get("/mixed/open").body());
    assertEquals(key.key().id().value(), get("/mixed/open", key).body());
    assertEquals("reader", get("/mixed/key", key).body());
  }

  @Test
  void servesWhatTheSecondLockGuards() {
    assertEquals("served", get("/mixed/service", server.issue("writer", "chat:write")).body());
    HttpResponse<String> refused = get("/mixed/service", server.issue("reader", "chat:read"));
    assertEquals(403, refused.statusCode());
    assertTrue(refused.body().contains("lacks the scope chat:write"), refused.body());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/mixed/any", "/guarded"})
  void takesTheKeyFromEveryPlace(String path) {
    String secret = server.issue("anywhere", "chat:read").secret().exposeText();
    assertEquals(200, server.get(path, "Authorization", "Bearer " + secret).statusCode());
    assertEquals(200, server.get(path, "Authorization", "bearer " + secret).statusCode());
    assertEquals(200, server.get(path, "X-API-Key", secret).statusCode());
  }

  private static HttpResponse<String> get(String path, IssuedKey key) {
    return server.get(path, "Authorization", "Bearer " + key.secret().exposeText());
  }

  private static List<Integer> statuses(String method, String path, IssuedKey key)
      throws IOException {
    return Wire.statuses(
        Wire.exchange(
            server.port(),
            method
                + " "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-API-Key: "
                + key.secret().exposeText()
                + "\r\n\r\n"));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return String.join("|", answer.headers().allValues(name));
  }
}
