package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import io.keystile.auth.Wire;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The refusals in the words and with the headers of the contract. */
class RefusalAnswerTest {

  private static final String UNKNOWN = "ks_" + "0".repeat(32);
  private static final String PLAIN = "Bearer realm=\"keystile\"";
  private static final String INVALID = PLAIN + ", error=\"invalid_token\"";

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(WireShapes.SPEC, folder, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void saysThatTheKeyIsMissing() {
    assertRefusal(
        server.get("/wire"),
        401,
        PLAIN,
        body(
            "Missing Authorization header. Please provide Bearer token.",
            "authentication_error",
            "missing_authorization"));
  }

  @Test
  void saysThatTheHeaderIsMalformed() {
    assertRefusal(
        server.get("/wire", "Authorization", "Basic dXNlcjpwYXNz"),
        401,
        PLAIN,
        body(
            "Invalid Authorization header format. Use: Authorization: Bearer <your-api-key>",
            "authentication_error",
            "invalid_authorization_format"));
  }

  @Test
  void saysThatTheKeyIsUnknown() {
    assertRefusal(
        server.get("/wire", "Authorization", "Bearer " + UNKNOWN),
        401,
        INVALID,
        body(
            "Invalid API key. Please check your Bearer token.",
            "authentication_error",
            "invalid_api_key"));
  }

  @Test
  void saysThatTheKeysDiffer() {
    assertRefusal(
        server.get("/wire", "Authorization", "Bearer " + UNKNOWN, "X-API-Key", "x"),
        400,
        "",
        body(
            "The request carries two different API keys. Please send only one.",
            "invalid_request_error",
            "conflicting_api_keys"));
  }

  @Test
  void saysThatTheKeyIsDisabled() {
    var key = server.issue("disabled");
    server.bean(ApiKeys.class).disable(key.key().id());
    HttpResponse<String> answer = server.get("/wire", "X-API-Key", key.secret().exposeText());
    assertEquals(401, answer.statusCode());
    assertEquals(INVALID, header(answer, "WWW-Authenticate"));
    assertTrue(answer.body().contains("\"code\":\"disabled_api_key\""), answer.body());
  }

  @Test
  void saysThatTheKeyHasExpired() {
    var request =
        KeySettings.named("expired").validBetween(null, Instant.parse("2020-01-01T00:00:00Z"));
    var key = server.bean(ApiKeys.class).issue(request);
    HttpResponse<String> answer = server.get("/wire", "X-API-Key", key.secret().exposeText());
    assertEquals(401, answer.statusCode());
    assertTrue(answer.body().contains("\"code\":\"expired_api_key\""), answer.body());
  }

  @Test
  void answersHeadWithTheHeadersOnly() throws IOException {
    String answer =
        Wire.exchange(
            server.port(), "HEAD /wire HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertEquals(List.of(401), Wire.statuses(answer));
    assertTrue(answer.endsWith("\r\n\r\n"), answer);
    assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("www-authenticate: bearer"));
    HttpResponse<String> head =
        server.send(server.request("/wire").method("HEAD", BodyPublishers.noBody()).build());
    assertEquals("", head.body());
    assertTrue(header(head, "X-Keystile-Receipt").startsWith("rcpt_"));
  }

  @Test
  void answersAsAProblemWhenAsked() {
    for (String accept :
        List.of("application/problem+json", "text/html, Application/Problem+JSON;q=0.5")) {
      HttpResponse<String> answer = server.get("/wire", "Accept", accept + ", */*;q=0.1");
      assertProblem(answer);
    }
    assertEquals("application/json", header(server.get("/wire", "Accept", "*/*"), "Content-Type"));
  }

  @Test
  void answersAsAProblemWhenConfigured(@TempDir Path other) {
    Map<String, Object> settings =
        Map.of("keystile.errors.format", "problem", "keystile.errors.realm", "my api");
    try (TestServer configured = TestServer.start(WireShapes.SPEC, other, settings)) {
      HttpResponse<String> answer = configured.get("/wire");
      assertProblem(answer);
      assertEquals("Bearer realm=\"my api\"", header(answer, "WWW-Authenticate"));
    }
  }

  @ParameterizedTest(name = "keeps the request id {0}")
  @ValueSource(strings = {"abc-123", "req_1", "0af7651916cd43dd8448eb211c80319c", "a.b:c/d+e=f"})
  void keepsASaneRequestId(String id) {
    HttpResponse<String> answer = server.get("/wire", "X-Request-Id", id);
    assertEquals(id, header(answer, "X-Request-Id"));
    assertNotEquals(id, header(answer, "X-Keystile-Receipt"));
  }

  @ParameterizedTest(name = "replaces the request id [{0}]")
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a\tb",
        "<script>",
        "a\"b",
        "a,b",
        "\u00e9",
        "a\u0000b",
        "a%0d%0aSet-Cookie: x=1",
        "a\r\n Set-Cookie: x=1",
        "a\rSet-Cookie: x=1"
      })
  void replacesAHostileRequestId(String id) throws IOException {
    String answer = withRequestId(id);
    assertTrue(Wire.statuses(answer).stream().allMatch(s -> s == 401 || s == 400), answer);
    assertTrue(!answer.contains("Set-Cookie") && !answer.contains("<script>"), answer);
    assertTrue(Wire.statuses(answer).equals(List.of(400)) || answer.contains(": req_"), answer);
  }

  @Test
  void replacesALongRequestId() throws IOException {
    assertTrue(withRequestId("a".repeat(1000)).contains(": req_"));
    assertTrue(withRequestId("a".repeat(129)).contains(": req_"));
    assertTrue(withRequestId("a".repeat(128)).contains("a".repeat(128)));
  }

  private static String withRequestId(String id) throws IOException {
    return Wire.exchange(
        server.port(),
        "GET /wire HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Request-Id: "
            + id
            + "\r\n\r\n");
  }

  private static void assertProblem(HttpResponse<String> answer) {
    assertEquals(401, answer.statusCode());
    assertEquals("application/problem+json", header(answer, "Content-Type"));
    assertEquals(
        "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
            + "\"detail\":\"Missing Authorization header. Please provide Bearer token.\","
            + "\"code\":\"missing_authorization\"}",
        answer.body());
  }

  private static void assertRefusal(
      HttpResponse<String> answer, int status, String challenge, String body) {
    assertEquals(status, answer.statusCode());
    assertEquals(body, answer.body());
    assertEquals("application/json", header(answer, "Content-Type"));
    assertEquals(challenge, header(answer, "WWW-Authenticate"));
    assertEquals("no-store", header(answer, "Cache-Control"));
    assertTrue(header(answer, "X-Request-Id").startsWith("req_"));
    assertTrue(header(answer, "X-Keystile-Receipt").startsWith("rcpt_"));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return String.join("|", answer.headers().allValues(name));
  }

  private static String body(String message, String type, String code) {
    return "{\"error\":{\"message\":\"%s\",\"type\":\"%s\",\"param\":null,\"code\":\"%s\"}}"
        .formatted(message, type, code);
  }
}
