package io.keystile.auth.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Scopes;
import io.keystile.auth.Wire;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.guard.Caller;
import io.keystile.auth.guard.CallerSource;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller by cookie is taken only from pages of this server, under a name of this server. */
class OriginTest {

  private static final String SPEC = "OriginTest";
  private static final String HOST = "keys.example.org";
  private static final String COOKIE = "Cookie: session=admin\r\n";
  private static final byte[] KEY = "{\"name\":\"by cookie\"}".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path folder;
  private static ManagementServer management;

  @BeforeAll
  static void start() {
    management =
        ManagementServer.start(
            SPEC, folder, Map.of("keystile.management.hosts", List.of("keys.example.org")));
  }

  @AfterAll
  static void stop() {
    management.close();
  }

  @Test
  void takesACallerFromItsOwnPage() {
    String here = "http://127.0.0.1:" + management.server().port();
    post("Sec-Fetch-Site", "same-origin").is(201);
    post("Origin", here).is(201);
    post("Sec-Fetch-Site", "same-origin", "Origin", here).is(201);
    List<String> actors =
        management.query(
            "SELECT DISTINCT actor_kind || ' ' || actor_id FROM keystile_audit"
                + " WHERE action = 'key.issue' AND actor_kind = 'console'");
    assertEquals(List.of("console ann"), actors);
  }

  // Under a loopback name the framework refuses other origins by itself, before any filter.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: none",
        "Sec-Fetch-Site: SAME-ORIGIN",
        "Origin: null",
        "Origin: http://evil.example",
        "Origin: http://keys.example.org:80",
        "Origin: http://keys.example.org.evil.example",
        "Origin: http://evil.example/http://keys.example.org",
        "Origin: http://localhost",
        "Origin: ftp://keys.example.org",
        "Sec-Fetch-Site: same-origin|Origin: http://evil.example",
        "Sec-Fetch-Site: cross-site|Origin: http://keys.example.org",
        "Origin: http://keys.example.org|Origin: http://evil.example",
        "Sec-Fetch-Site: same-origin|Sec-Fetch-Site: cross-site",
        "Referer: http://keys.example.org/console"
      })
  void refusesAChangeFromAnotherPage(String headers) throws IOException {
    String before = management.rows();
    String lines = headers.isEmpty() ? "" : headers.replace("|", "\r\n") + "\r\n";
    for (String method : List.of("POST", "PATCH", "DELETE")) {
      String answer = write(method, HOST, COOKIE + lines);
      assertEquals(List.of(403), Wire.statuses(answer));
      assertTrue(answer.contains("\"foreign_origin\""), answer);
      assertTrue(answer.contains("application/problem+json"), answer);
    }
    assertEquals(before, management.rows());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: same-origin",
        "Origin: http://keys.example.org",
        "Origin: https://Keys.Example.Org",
        "Sec-Fetch-Site: same-origin|Origin: https://keys.example.org"
      })
  void takesAChangeFromItsOwnPageBehindAProxy(String headers) throws IOException {
    String lines = headers.replace("|", "\r\n") + "\r\n";
    assertEquals(List.of(201), Wire.statuses(write("POST", HOST, COOKIE + lines)));
  }

  @Test
  void takesACallerByKeyFromAnywhere() throws IOException {
    String key = "Authorization: Bearer " + management.adminKey() + "\r\n";
    String lines = "Origin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\n";
    assertEquals(List.of(201), Wire.statuses(write("POST", HOST, COOKIE + key + lines)));
    assertEquals(List.of(201), Wire.statuses(write("POST", "evil.example", key + lines)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:PORT",
        "localhost:PORT",
        "LOCALHOST",
        "[::1]:PORT",
        "keys.example.org",
        "Keys.Example.Org:443"
      })
  void readsUnderItsOwnNames(String host) throws IOException {
    assertEquals(List.of(200), Wire.statuses(read(host)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example:80",
        "keys.example.org.evil.example",
        "127.0.0.1@evil.example",
        "localhost/#@x",
        "",
        "0.0.0.0",
        "192.0.2.1"
      })
  void refusesToBeCalledByAnotherName(String host) throws IOException {
    assertTrue(Wire.statuses(read(host)).stream().allMatch(status -> status / 100 == 4));
    String lines = "Sec-Fetch-Site: same-origin\r\n";
    assertTrue(
        Wire.statuses(write("POST", host, COOKIE + lines)).stream()
            .allMatch(status -> status / 100 == 4));
  }

  @Test
  void givesASessionNoMoreThanItsScopes() {
    management.send("GET", "/admin/keys", new byte[0], "Cookie", "session=reader").is(200);
    management
        .send(
            "POST",
            "/admin/keys",
            KEY,
            "Cookie",
            "session=reader",
            "Content-Type",
            "application/json",
            "Sec-Fetch-Site",
            "same-origin")
        .isProblem(403, "insufficient_scope");
    management.send("GET", "/admin/keys", new byte[0], "Cookie", "session=nobody").is(401);
  }

  @Test
  void takesASessionNowhereElse() {
    assertEquals(
        401, management.server().get("/origin/other", "Cookie", "session=admin").statusCode());
  }

  @Test
  void prefersTheKeyThatWasPresented() {
    String reader = management.key("reader by key", "keystile:read");
    management
        .as(reader, "POST", "/admin/keys", "{\"name\":\"x\"}", "Cookie", "session=admin")
        .isProblem(403, "insufficient_scope");
    management
        .send(
            "GET",
            "/admin/keys",
            new byte[0],
            "Cookie",
            "session=admin",
            "Authorization",
            "Bearer ks_" + "0".repeat(32))
        .isProblem(401, "invalid_api_key");
  }

  private static ManagementServer.Answer post(String... headers) {
    String[] all = new String[headers.length + 4];
    System.arraycopy(headers, 0, all, 4, headers.length);
    all[0] = "Cookie";
    all[1] = "session=admin";
    all[2] = "Content-Type";
    all[3] = "application/json";
    return management.send("POST", "/admin/keys", KEY, all);
  }

  private static String read(String host) throws IOException {
    return exchange("GET /admin/keys HTTP/1.1\r\nHost: " + host, COOKIE, "");
  }

  private static String write(String method, String host, String headers) throws IOException {
    String body = new String(KEY, StandardCharsets.UTF_8);
    String path = method.equals("POST") ? "/admin/keys" : "/admin/keys/key_x";
    return exchange(
        method + " " + path + " HTTP/1.1\r\nHost: " + host,
        headers + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n",
        body);
  }

  private static String exchange(String start, String headers, String body) throws IOException {
    int port = management.server().port();
    return Wire.exchange(
        port,
        start.replace("PORT", "" + port) + "\r\nConnection: close\r\n" + headers + "\r\n" + body);
  }

  /** Stands for the console, whose sessions are known by a cookie. */
  @Singleton
  @Requires(property = "spec.name", value = SPEC)
  static final class Sessions implements CallerSource {

    @Override
    public @Nullable Caller findCaller() {
      HttpRequest<?> request = ServerRequestContext.currentRequest().orElse(null);
      String cookie = request == null ? null : request.getHeaders().get("Cookie");
      if ("session=admin".equals(cookie)) {
        return Caller.internal("ann", Scopes.of("*", "keystile:admin"));
      }
      return "session=reader".equals(cookie)
          ? Caller.internal("bob", Scopes.of("keystile:read"))
          : null;
    }
  }

  @Controller("/origin")
  @Requires(property = "spec.name", value = SPEC)
  static class Other {

    @ApiKeyProtected
    @Get("/other")
    String other() {
      return "entered";
    }
  }
}
