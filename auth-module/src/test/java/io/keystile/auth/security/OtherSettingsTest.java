package io.keystile.auth.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import io.keystile.auth.keys.KeyImport;
import io.keystile.auth.keys.KeyImporter;
import io.keystile.auth.secured.SecuredApp;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Micronaut Security switched off, every route guarded, and imported keys. */
class OtherSettingsTest {

  @TempDir Path folder;

  @Test
  void changesNothingWhenSecurityIsOff() {
    try (TestServer server =
        SecuredApp.start(folder, Map.of("micronaut.security.enabled", false))) {
      String key = server.issue("reader", "chat:read").secret().exposeText();
      assertFalse(server.context().containsBean(OptionalKeyFilter.class));
      assertFalse(server.context().containsBean(GuardedRouteRule.class));
      assertEquals("entered by reader", server.get("/guarded", "X-API-Key", key).body());
      assertEquals("permitted", server.get("/guarded/permitted").body());
      // Nobody reads @Secured then.
      assertEquals("both", server.get("/guarded/both", "X-API-Key", key).body());
    }
  }

  @Test
  void changesNothingWhenItsFilterIsOff() {
    try (TestServer server =
        SecuredApp.start(folder, Map.of("micronaut.security.filter.enabled", false))) {
      String key = server.issue("reader", "chat:read").secret().exposeText();
      assertFalse(server.context().containsBean(OptionalKeyFilter.class));
      assertEquals("both", server.get("/guarded/both", "X-API-Key", key).body());
      assertEquals("written", server.get("/mixed/write").body());
    }
  }

  @Test
  void guardsEveryRouteWhereThatIsAskedFor() {
    try (TestServer server = SecuredApp.start(folder, Map.of("keystile.guard", "all"))) {
      String key = server.issue("reader", "chat:read").secret().exposeText();
      assertEquals("unruled", server.get("/mixed/unruled", "X-API-Key", key).body());
      assertEquals(404, server.get("/nowhere", "X-API-Key", key).statusCode());
      assertEquals(401, server.get("/nowhere").statusCode());
      assertEquals(403, server.get("/mixed/write", "X-API-Key", key).statusCode());
      String token = SecuredApp.token(server, "alice", "chat:write");
      HttpResponse<String> jwt = server.get("/mixed/write", "Authorization", "Bearer " + token);
      assertEquals(401, jwt.statusCode());
      assertTrue(jwt.body().contains("invalid_api_key"), jwt.body());
    }
  }

  @Test
  void takesAnImportedKeyWithDotsFromItsOwnHeaderOnly() {
    String dotted = "live." + UUID.randomUUID() + "." + UUID.randomUUID();
    String plain = "live-" + UUID.randomUUID();
    try (TestServer server = SecuredApp.start(folder, Map.of())) {
      server
          .bean(KeyImporter.class)
          .importKeys(List.of(dotted, plain), new KeyImport("old", null, true));
      assertEquals(200, server.get("/mixed/any", "X-API-Key", dotted).statusCode());
      assertEquals(200, server.get("/guarded", "Authorization", "Bearer " + dotted).statusCode());
      assertEquals(401, server.get("/mixed/any", "Authorization", "Bearer " + dotted).statusCode());
      assertEquals(200, server.get("/mixed/any", "Authorization", "Bearer " + plain).statusCode());
      String token = SecuredApp.token(server, "alice", "chat:write");
      String[] bearer = {"Authorization", "Bearer " + token, "X-Forwarded-For", "203.0.113.9"};
      for (int i = 0; i < 10; i++) {
        assertEquals("written", server.get("/mixed/write", bearer).body());
      }
    }
  }
}
