package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKey;
import io.keystile.auth.TestServer;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyFilterTest {

  private static final String SPEC = "ApiKeyFilterTest";

  @TempDir static Path folder;
  private static TestServer server;
  private static IssuedKey key;

  @BeforeAll
  static void start() {
    server = TestServer.start(SPEC, folder, Map.of());
    key = server.issue("tester", "chat:*");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void refusesWithoutKeyInTheWordsOfTheContract() {
    HttpResponse<String> response = server.get("/guarded");
    assertEquals(401, response.statusCode());
    assertEquals(
        "{\"error\":{\"message\":\"Missing Authorization header. Please provide Bearer token.\","
            + "\"type\":\"authentication_error\",\"param\":null,\"code\":\"missing_authorization\"}}",
        response.body());
    assertEquals(
        "Bearer realm=\"keystile\"", response.headers().firstValue("WWW-Authenticate").orElse(""));
    assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
    assertTrue(response.headers().firstValue("X-Request-Id").orElse("").startsWith("req_"));
    assertTrue(response.headers().firstValue("X-Keystile-Receipt").orElse("").startsWith("rcpt_"));
  }

  @Test
  void acceptsTheKeyAndHandsItToTheController() {
    HttpResponse<String> response = server.get("/guarded", "Authorization", bearer());
    assertEquals(200, response.statusCode());
    assertEquals("tester " + key.key().id() + " " + key.key().id(), response.body());
  }

  @Test
  void namesMissingScopes() {
    HttpResponse<String> response = server.get("/guarded/admin", "Authorization", bearer());
    assertEquals(403, response.statusCode());
    assertTrue(response.body().contains("lacks the scope admin:write."), response.body());
    assertEquals(
        "Bearer realm=\"keystile\", error=\"insufficient_scope\", scope=\"admin:write\"",
        response.headers().firstValue("WWW-Authenticate").orElse(""));
  }

  @Test
  void disablingTakesEffectAtTheNextRequest() {
    IssuedKey other = server.issue("other");
    String header = "Bearer " + other.secret().exposeText();
    HttpResponse<String> first = server.get("/guarded", "Authorization", header);
    assertEquals(200, first.statusCode(), first.body() + first.headers());
    server.bean(ApiKeys.class).disable(other.key().id());
    HttpResponse<String> refused = server.get("/guarded", "Authorization", header);
    assertEquals(401, refused.statusCode());
    assertTrue(refused.body().contains("disabled_api_key"));
    server.bean(ApiKeys.class).enable(other.key().id());
    assertEquals(200, server.get("/guarded", "Authorization", header).statusCode());
    server.bean(ApiKeys.class).delete(other.key().id());
    assertTrue(server.get("/guarded", "Authorization", header).body().contains("invalid_api_key"));
  }

  private static String bearer() {
    return "Bearer " + key.secret().exposeText();
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/guarded")
  @ApiKeyProtected("chat:write")
  static class Guarded {

    @Get(produces = "text/plain")
    String show(ApiKey key, Principal principal, HttpRequest<?> request) {
      assertSame(principal, request.getUserPrincipal().orElseThrow());
      return key.name() + " " + key.id() + " " + principal.getName();
    }

    @Get("/admin")
    @ApiKeyProtected("admin:write")
    String admin() {
      return "admin";
    }
  }
}
