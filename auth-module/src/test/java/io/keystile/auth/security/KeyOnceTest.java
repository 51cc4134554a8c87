package io.keystile.auth.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Scopes;
import io.keystile.auth.TestServer;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.secured.SecuredApp;
import io.keystile.auth.usage.KeyUses;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many layers ask for a key, it counts once; and other callers are left alone. */
class KeyOnceTest {

  @TempDir static Path folder;
  private static TestServer server;
  private static int lastCaller;

  @BeforeAll
  static void start() {
    server = SecuredApp.start(folder, Map.of());
    // From here on a text below the prefix is known to be meant as a key.
    server.issue("first");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"/guarded", "/guarded/both", "/guarded/permitted", "/mixed/write", "/mixed/open"})
  void countsOneUseAndOneRequestAgainstLimits(String path) {
    IssuedKey key = limited("3/1h");
    HttpResponse<String> answer = get(path, caller(), key.secret().exposeText());
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(header(answer, "RateLimit").startsWith("\"1h\";r=2;"), header(answer, "RateLimit"));
    assertEquals(1, uses(key));
  }

  @Test
  void countsOnceWhenARoleIsMissing() {
    IssuedKey key = limited("3/1h");
    assertEquals(403, get("/mixed/admin", caller(), key.secret().exposeText()).statusCode());
    assertEquals(1, uses(key));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/guarded", "/mixed/any", "/mixed/ruled", "/mixed/unruled"})
  void countsAWrongKeyOnce(String path) {
    String caller = caller();
    for (int i = 0; i < 5; i++) {
      HttpResponse<String> answer = get(path, caller, unknownKey());
      assertEquals(401, answer.statusCode());
      assertTrue(answer.body().contains("\"code\":\"invalid_api_key\""), answer.body());
      assertEquals(
          "Bearer realm=\"keystile\", error=\"invalid_token\"", header(answer, "WWW-Authenticate"));
    }
    HttpResponse<String> blocked = get(path, caller, unknownKey());
    assertEquals(429, blocked.statusCode());
    assertTrue(blocked.body().contains("too_many_failed_attempts"), blocked.body());
    assertEquals("30", header(blocked, "Retry-After"));
  }

  @Test
  void refusesInItsOwnWordsOnAMixedRoute() {
    IssuedKey limited = limited("1/1h");
    assertEquals(200, get("/mixed/any", caller(), limited.secret().exposeText()).statusCode());
    HttpResponse<String> over = get("/mixed/any", caller(), limited.secret().exposeText());
    assertEquals(429, over.statusCode());
    assertTrue(over.body().contains("rate_limit_exceeded"), over.body());
    assertTrue(header(over, "RateLimit").startsWith("\"1h\";r=0;"), header(over, "RateLimit"));
    IssuedKey disabled = server.issue("disabled");
    server.bean(ApiKeys.class).disable(disabled.key().id());
    HttpResponse<String> off = get("/mixed/any", caller(), disabled.secret().exposeText());
    assertEquals(401, off.statusCode());
    assertTrue(off.body().contains("disabled_api_key"), off.body());
    HttpResponse<String> malformed = get("/mixed/any", caller(), "ks_not-a-key");
    assertTrue(malformed.body().contains("invalid_api_key"), malformed.body());
    HttpResponse<String> two =
        server.get("/mixed/any", "Authorization", "Bearer " + unknownKey(), "X-API-Key", "ks_b");
    assertEquals(400, two.statusCode());
    HttpResponse<String> html =
        server.get("/mixed/any", "X-API-Key", unknownKey(), "Accept", "text/html");
    assertEquals(401, html.statusCode());
  }

  @Test
  void leavesAStrangerAStrangerWhoseKeyIsWrongOnAnOpenRoute() {
    HttpResponse<String> answer = get("/mixed/open", caller(), unknownKey());
    assertEquals(200, answer.statusCode());
    assertEquals("stranger", answer.body());
    assertEquals("permitted", get("/guarded/permitted", caller(), unknownKey()).body());
  }

  @Test
  void leavesAJwtToItsOwnFetcher() {
    String caller = caller();
    String admin = SecuredApp.token(server, "alice", "ROLE_ADMIN", "*");
    for (int i = 0; i < 10; i++) {
      assertEquals("administered", get("/mixed/admin", caller, admin).body());
    }
    assertTrue(get("/mixed/any", caller, admin).body().startsWith("alice [*, ROLE_ADMIN] "));
    assertEquals("no key", get("/mixed/key", caller, admin).body());
    assertEquals("alice false", get("/mixed/role/chat:write", caller, admin).body());
    assertForeignRejection(403, "Forbidden", get("/mixed/write", caller, admin));
    assertEquals("alice", get("/mixed/open", caller, admin).body());
  }

  @Test
  void doesWhatTheGuideShows() {
    IssuedKey key = server.issue("writer", "drafts:*");
    String secret = key.secret().exposeText();
    String token = SecuredApp.token(server, "alice", "drafts:read", "drafts:write");
    assertEquals("drafts for alice", get("/drafts", caller(), token).body());
    assertEquals("drafts for " + key.key().id().value(), get("/drafts", caller(), secret).body());
    assertEquals("added by writer", server.send(post(secret)).body());
    assertEquals(401, server.send(post(token)).statusCode());
  }

  private static HttpRequest post(String bearer) {
    return server
        .request(
            "/drafts",
            "X-Forwarded-For",
            caller(),
            "Authorization",
            "Bearer " + bearer,
            "Content-Type",
            "application/json")
        .POST(BodyPublishers.noBody())
        .build();
  }

  @Test
  void countsNoForeignTokenAsAFailure() {
    String caller = caller();
    String expired = SecuredApp.token(server, "alice") + "x";
    for (String token : List.of(expired, "eyJh.e30.", "v4.public.abc", "short", "x".repeat(40))) {
      for (int i = 0; i < 6; i++) {
        assertForeignRejection(401, "Unauthorized", get("/mixed/any", caller, token));
      }
    }
    IssuedKey key = server.issue("good");
    assertEquals(200, get("/mixed/any", caller, key.secret().exposeText()).statusCode());
  }

  @Test
  void takesAJwtForAWrongKeyWhereAKeyIsAskedFor() {
    String token = SecuredApp.token(server, "alice", "chat:read");
    HttpResponse<String> answer = get("/guarded", caller(), token);
    assertEquals(401, answer.statusCode());
    assertTrue(answer.body().contains("invalid_api_key"), answer.body());
  }

  @Test
  void keepsAJwtOutOfWhatTheSecondLockGuards() {
    String token = SecuredApp.token(server, "alice", "chat:write");
    HttpResponse<String> answer = get("/mixed/service", caller(), token);
    assertEquals(401, answer.statusCode());
    assertTrue(answer.body().contains("missing_authorization"), answer.body());
  }

  @Test
  void leavesASessionAlone() {
    String caller = caller();
    String[] session = {"X-Forwarded-For", caller, "Cookie", "SID=bob"};
    assertTrue(server.get("/mixed/any", session).body().startsWith("bob [ROLE_USER] "));
    assertForeignRejection(403, "Forbidden", server.get("/mixed/admin", session));
    assertForeignRejection(
        401, "Unauthorized", server.get("/mixed/any", "X-Forwarded-For", caller));
    assertEquals(401, server.get("/guarded", session).statusCode());
    HttpResponse<String> html =
        server.get(
            "/mixed/admin", "X-Forwarded-For", caller, "Cookie", "SID=bob", "Accept", "text/html");
    assertEquals(303, html.statusCode());
    assertEquals("/", header(html, "Location"));
    assertEquals("", header(html, "X-Keystile-Receipt"));
  }

  @Test
  void leavesASessionAloneWhoseAddressGuesses() {
    String caller = caller();
    for (int i = 0; i < 6; i++) {
      get("/mixed/any", caller, unknownKey());
    }
    assertEquals(429, get("/mixed/any", caller, unknownKey()).statusCode());
    HttpResponse<String> session =
        server.get("/mixed/any", "X-Forwarded-For", caller, "Cookie", "SID=bob");
    assertEquals(200, session.statusCode());
    HttpResponse<String> withKey =
        server.get(
            "/mixed/admin",
            "X-Forwarded-For",
            caller,
            "Cookie",
            "SID=bob",
            "X-API-Key",
            unknownKey());
    assertForeignRejection(403, "Forbidden", withKey);
  }

  private static void assertForeignRejection(
      int status, String message, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    String body =
        "{\"_links\":{\"self\":[{\"href\":\"%s\",\"templated\":false}]},\"_embedded\":"
            + "{\"errors\":[{\"message\":\"%s\"}]},\"message\":\"%s\"}";
    assertEquals(body.formatted(answer.uri().getPath(), message, message), answer.body());
    assertEquals("", header(answer, "X-Keystile-Receipt"));
    assertEquals("", header(answer, "WWW-Authenticate"));
  }

  private static IssuedKey limited(String rate) {
    return server
        .bean(ApiKeys.class)
        .issue(
            KeySettings.named("limited")
                .withScopes(Scopes.of("chat:*"))
                .limitedTo(KeyLimits.parse(List.of(rate), List.of())));
  }

  private static long uses(IssuedKey key) {
    KeyUses uses = server.bean(KeyUses.class);
    uses.flush();
    return uses.find(key.key().id()).get(0).requests();
  }

  /** An address nobody else has come from. */
  private static String caller() {
    lastCaller++;
    return "203.0.113." + lastCaller;
  }

  private static String unknownKey() {
    return server.bean(KeyGenerator.class).generate("ks_").exposeText();
  }

  private static HttpResponse<String> get(String path, String caller, String bearer) {
    return server.get(path, "X-Forwarded-For", caller, "Authorization", "Bearer " + bearer);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return String.join("|", answer.headers().allValues(name));
  }
}
