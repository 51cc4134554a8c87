package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import io.keystile.auth.Wire;
import io.keystile.auth.guard.Entered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No header opens a route but the one with the key, and nothing makes that one vanish. */
class HeaderWireTest {

  @TempDir static Path folder;
  private static TestServer server;
  private static String key;
  private static String other;

  @BeforeAll
  static void start() {
    server = TestServer.start(WireShapes.SPEC, folder, Map.of());
    key = server.issue("wire").secret().exposeText();
    other = server.issue("other").secret().exposeText();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "stays shut for {0}")
  @ValueSource(
      strings = {
        "X-Original-URL: /open",
        "X-Rewrite-URL: /open",
        "X-Forwarded-Prefix: /open",
        "X-Forwarded-Path: /open",
        "X-HTTP-Method-Override: OPTIONS",
        "X-Method-Override: TRACE",
        "x-middleware-subrequest: middleware:middleware:middleware:middleware:middleware",
        "x-middleware-next: 1",
        "X-Forwarded-For: 127.0.0.1",
        "Forwarded: for=127.0.0.1",
        "Forwarded: for=\"",
        "X-Real-IP: 127.0.0.1",
        "X-Forwarded-Host: localhost",
        "X-Forwarded-User: admin",
        "X-Remote-User: admin",
        "X-Keystile-Caller: admin",
        "X-Keystile-Receipt: rcpt_1",
        "io.keystile.auth.ApiKey: key_1",
        "micronaut.http.PRINCIPAL: admin",
        "Cookie: Authorization=Bearer x; X-API-Key=x",
        "Connection: Authorization",
        "Connection: keep-alive, Authorization, X-API-Key",
        "Upgrade: websocket\r\nConnection: Upgrade",
        "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nConnection: Upgrade",
        "Origin: http://localhost",
        "Origin: null",
        "Access-Control-Request-Method: GET",
        "Expect: 100-continue",
        "Expect: something",
        "Range: bytes=0-",
        "If-None-Match: *",
        "Content-Encoding: gzip",
        "TE: trailers",
        "Authorization",
        "Authorization:",
        "Proxy-Authorization: Bearer x",
        "Purpose: prefetch",
        "X-Internal: true",
        "X-Custom-IP-Authorization: 127.0.0.1"
      })
  void staysShutFor(String header) throws IOException {
    int before = Entered.count();
    String answer = get(header + "\r\n");
    assertEquals(before, Entered.count());
    assertTrue(Wire.statuses(answer).stream().allMatch(status -> status >= 400), answer);
  }

  @ParameterizedTest(name = "does not take a key from [{0}]")
  @ValueSource(
      strings = {
        "Authorization : Bearer %s",
        "Authorization\t: Bearer %s",
        " Authorization: Bearer %s",
        "X: y\r\n Authorization: Bearer %s",
        "X: y\r\n\tAuthorization: Bearer %s",
        "Author\u0000ization: Bearer %s",
        "Authorization\u0000: Bearer %s",
        "X-API_Key: %s",
        "X_API_Key: %s",
        "Cookie: X-API-Key=%s",
        "Proxy-Authorization: Bearer %s",
        "X: y\rAuthorization: Bearer %s",
        "Authorization: Bearer\u0000%s",
        "Authorization: Bearer %s\u0000",
        "Authorization: Bearer x%s",
        "Authorization: Bearer %s,",
        "Authorization: Bearer %1$s, Bearer %1$s",
        "Authorization: %s",
        "Authorization: Basic %s",
        "Authorization: BearerX %s",
        "Authorization: Bearer: %s",
        "Authorization: Bearer \"%s\""
      })
  void doesNotTakeAKeyFrom(String header) throws IOException {
    int before = Entered.count();
    String answer = get(header.formatted(key) + "\r\n");
    assertEquals(before, Entered.count(), answer);
    assertTrue(Wire.statuses(answer).stream().allMatch(status -> status >= 400), answer);
  }

  @ParameterizedTest(name = "accepts the key despite [{0}]")
  @ValueSource(
      strings = {
        "Connection: Authorization\r\nAuthorization: Bearer %s",
        "Authorization: Bearer %1$s\r\nAuthorization: Bearer %1$s",
        "authorization: bEaReR %s",
        "AUTHORIZATION: BEARER   %s  ",
        "Authorization:Bearer %s",
        "Authorization:\t Bearer %s\t",
        "Authorization: Bearer\t%s",
        "Authorization: Bearer \t %s",
        "x-api-key: %s",
        "X-API-Key:   %s \t",
        "X-API-Key: %1$s\r\nAuthorization: Bearer %1$s",
        "X-API-Key: %s\r\nAuthorization: Basic dXNlcjpwYXNz",
        "X-API-Key: %s\r\nAuthorization: Bearer",
        "X-API-Key: %s\r\nAuthorization:",
        "Authorization: Basic dXNlcjpwYXNz\r\nAuthorization: Bearer %s"
      })
  void acceptsTheKeyDespite(String header) throws IOException {
    int before = Entered.count();
    String answer = get(header.formatted(key) + "\r\n");
    assertEquals(List.of(200), Wire.statuses(answer), answer);
    assertEquals(before + 1, Entered.count());
  }

  @ParameterizedTest(name = "refuses two different keys in [{0}]")
  @ValueSource(
      strings = {
        "Authorization: Bearer %s\r\nAuthorization: Bearer %s",
        "Authorization: Bearer %s\r\nX-API-Key: %s",
        "X-API-Key: %s\r\nX-API-Key: %s"
      })
  void refusesTwoDifferentKeysIn(String header) throws IOException {
    int before = Entered.count();
    for (String second : List.of(other, key + "x", "x")) {
      String answer = get(header.formatted(key, second) + "\r\n");
      assertEquals(List.of(400), Wire.statuses(answer));
      assertTrue(answer.contains("conflicting_api_keys"), answer);
      answer = get(header.formatted(second, key) + "\r\n");
      assertEquals(List.of(400), Wire.statuses(answer));
    }
    assertEquals(before, Entered.count());
  }

  @Test
  void refusesAHugeHeaderWithoutKeepingIt() throws IOException {
    int before = Entered.count();
    for (String name : List.of("Authorization: Bearer ", "X-API-Key: ", "X-Request-Id: ", "X: ")) {
      String answer = get(name + "a".repeat(2_000_000) + "\r\n");
      assertNotEquals(List.of(200), Wire.statuses(answer));
    }
    String many = "X: y\r\n".repeat(100_000);
    assertNotEquals(List.of(200), Wire.statuses(get(many)));
    assertEquals(before, Entered.count());
  }

  @Test
  void answersAHeaderBeyondTheLimitWith413BeforeItAsksForAKey() throws IOException {
    String answer = get("X: " + "a".repeat(9_000) + "\r\n");
    assertEquals(List.of(413), Wire.statuses(answer));
  }

  private static String get(String headers) throws IOException {
    return Wire.exchange(
        server.port(),
        "GET /wire HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n");
  }
}
