package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKey;
import io.keystile.auth.TestServer;
import io.keystile.auth.Wire;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.settings.AuthenticationSwitch;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes while authentication is off, and what does not. */
class AnonymousAccessTest {

  private static final String SPEC = "AnonymousAccessTest";

  @TempDir Path folder;

  @Test
  void letsPassWithoutAKeyAsTheAnonymousKey() {
    try (TestServer server = off(Map.of())) {
      HttpResponse<String> answer = server.get("/anonymous");
      assertEquals(200, answer.statusCode());
      assertEquals("key_anonymous *", answer.body());
    }
  }

  @Test
  void letsPassWithAnyKeyAsTheAnonymousKey() {
    try (TestServer server = off(Map.of())) {
      String good = server.issue("good").secret().exposeText();
      for (String key : List.of("ks_wrong", "x", good)) {
        assertEquals("key_anonymous *", server.get("/anonymous", "X-API-Key", key).body());
      }
      assertEquals(200, server.get("/anonymous", "Authorization", "Basic eDp5").statusCode());
      assertEquals(200, server.get("/anonymous/scoped").statusCode());
    }
  }

  @Test
  void neverHasAScopeOfKeystileItself() {
    try (TestServer server = off(Map.of())) {
      assertEquals(401, server.get("/anonymous/admin").statusCode());
      assertEquals(401, server.get("/anonymous/admin", "X-API-Key", "ks_wrong").statusCode());
      String key = server.issue("plain").secret().exposeText();
      assertEquals(403, server.get("/anonymous/admin", "X-API-Key", key).statusCode());
      String admin = server.issue("admin", "keystile:admin").secret().exposeText();
      assertEquals(200, server.get("/anonymous/admin", "X-API-Key", admin).statusCode());
    }
  }

  @Test
  void aRouteThatIsContentWithAnotherScopeInsteadPasses() {
    try (TestServer server = off(Map.of())) {
      assertEquals(200, server.get("/anonymous/either").statusCode());
    }
  }

  @Test
  void asksForAHostThatNamesThisMachine() throws IOException {
    try (TestServer server = off(Map.of())) {
      int port = server.port();
      for (String host :
          List.of(
              "localhost",
              "localhost:" + port,
              "LOCALHOST",
              "127.0.0.1:" + port,
              "127.1.2.3",
              "[::1]",
              "[::1]:" + port)) {
        assertEquals(List.of(200), statuses(port, "Host: " + host + "\r\n"), host);
      }
      for (String host :
          List.of(
              "evil.example",
              "evil.example:" + port,
              "localhost.evil.example",
              "127.0.0.1.evil",
              "localhost@evil.example",
              "192.0.2.1",
              "localhost/#@x",
              "[::2]",
              "")) {
        List<Integer> statuses = statuses(port, "Host: " + host + "\r\n");
        assertTrue(List.of(List.of(403), List.of(400)).contains(statuses), host + statuses);
      }
      String answer = exchange(port, "Host: evil.example\r\n");
      assertTrue(answer.contains("\"code\":\"host_not_allowed\""), answer);
    }
  }

  @Test
  void refusesARequestWithoutAHost() throws IOException {
    try (TestServer server = off(Map.of())) {
      assertTrue(statuses(server.port(), "").get(0) >= 400);
    }
  }

  @Test
  void takesAnyHostWhereOthersAreAllowedIn() throws IOException {
    try (TestServer server = off(Map.of("keystile.allow-open", "true"))) {
      assertEquals(List.of(200), statuses(server.port(), "Host: evil.example\r\n"));
    }
  }

  @Test
  void countsTheDefaultLimitsForEachAddress() {
    Map<String, Object> settings =
        Map.of("keystile.limits.default", "2/1h", "keystile.trusted-proxies", "127.0.0.1");
    try (TestServer server = off(settings)) {
      assertEquals(List.of(200, 200, 429), three(server, "203.0.113.7"));
      assertEquals(List.of(200, 200, 429), three(server, "203.0.113.8"));
      assertEquals(429, from(server, "::ffff:203.0.113.7"));
      assertEquals(List.of(200, 200, 429), three(server, "2001:db8::1"));
      assertEquals(429, from(server, "2001:db8::2"));
    }
  }

  @Test
  void isSwitchedForTheVeryNextRequest() {
    try (TestServer server = start(Map.of())) {
      assertEquals(401, server.get("/anonymous").statusCode());
      server.bean(AuthenticationSwitch.class).set(false);
      assertEquals(200, server.get("/anonymous").statusCode());
      server.bean(AuthenticationSwitch.class).set(true);
      assertEquals(401, server.get("/anonymous").statusCode());
    }
  }

  private TestServer off(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("keystile.enabled", "false");
    return start(all);
  }

  private TestServer start(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("micronaut.server.host", "127.0.0.1");
    return TestServer.start(SPEC, folder, all);
  }

  private static List<Integer> three(TestServer server, String address) {
    return List.of(from(server, address), from(server, address), from(server, address));
  }

  private static int from(TestServer server, String address) {
    return server.get("/anonymous", "X-Forwarded-For", address).statusCode();
  }

  private static List<Integer> statuses(int port, String host) throws IOException {
    return Wire.statuses(exchange(port, host));
  }

  private static String exchange(int port, String host) throws IOException {
    return Wire.exchange(port, "GET /anonymous HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/anonymous")
  @ApiKeyProtected
  static class Routes {
    @Get
    String key(ApiKey key) {
      return key.id() + " " + key.scopes();
    }

    @Get("/scoped")
    @ApiKeyProtected("chat:write")
    String scoped() {
      return "scoped";
    }

    @Get("/admin")
    @ApiKeyProtected("keystile:admin")
    String admin() {
      return "admin";
    }

    @Get("/either")
    @ApiKeyProtected(
        scopes = {"keystile:admin", "chat:write"},
        match = ApiKeyProtected.Match.ANY)
    String either() {
      return "either";
    }
  }
}
