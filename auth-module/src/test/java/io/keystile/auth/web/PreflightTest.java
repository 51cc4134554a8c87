package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.TestServer;
import io.keystile.auth.guard.Entered;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser asks before it sends a key, so the question itself carries none. */
class PreflightTest {

  private static final Map<String, Object> CORS =
      Map.of(
          "micronaut.server.cors.enabled",
          true,
          "micronaut.server.cors.configurations.web.allowed-origins",
          "https://app.example",
          "micronaut.server.cors.localhost-pass-through",
          true);

  @TempDir Path folder;

  @Test
  void answersAPreflightBeforeItAsksForAKeyWhereCorsIsOn() {
    try (TestServer server = TestServer.start(WireShapes.SPEC, folder, CORS)) {
      int before = Entered.count();
      assertEquals(200, preflight(server));
      assertEquals(401, server.get("/wire", "Origin", "https://app.example").statusCode());
      assertEquals(before, Entered.count());
    }
  }

  @Test
  void letsABrowserReadTheRefusal() {
    try (TestServer server = TestServer.start(WireShapes.SPEC, folder, CORS)) {
      var refused = server.get("/wire", "Origin", "https://app.example");
      assertEquals(
          "https://app.example",
          refused.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    }
  }

  @Test
  void refusesAPreflightFromElsewhereWhereCorsIsOff() {
    try (TestServer server = TestServer.start(WireShapes.SPEC, folder, Map.of())) {
      int before = Entered.count();
      assertEquals(403, preflight(server));
      assertEquals(before, Entered.count());
    }
  }

  private static int preflight(TestServer server) {
    return server
        .send(
            server
                .request(
                    "/wire",
                    "Origin",
                    "https://app.example",
                    "Access-Control-Request-Method",
                    "GET",
                    "Access-Control-Request-Headers",
                    "authorization")
                .method("OPTIONS", BodyPublishers.noBody())
                .build())
        .statusCode();
  }
}
