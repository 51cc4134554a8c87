package io.keystile.auth.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.web.RouteProtection;
import io.keystile.auth.web.RouteProtection.Kind;
import io.keystile.auth.web.RouteProtections;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, and that nobody can hand out more than they have. */
class GrantsTest {

  private static final Set<String> LOOKS = Set.of("GET", "HEAD");

  @TempDir static Path folder;
  private static ManagementServer management;
  private static String chat;
  private static String strong;

  @BeforeAll
  static void start() {
    management = ManagementServer.start("GrantsTest", folder, Map.of());
    chat = management.key("chat administrator", "chat:*", "keystile:admin");
    strong = management.post("/admin/keys", "{\"name\":\"strong\",\"scopes\":[\"*\"]}").text("id");
  }

  @AfterAll
  static void stop() {
    management.close();
  }

  @Test
  void guardsEveryRouteAndLetsOnlyLooksPassWithTheScopeToRead() {
    int routes = 0;
    for (RouteProtection route : management.server().bean(RouteProtections.class).all()) {
      if (route.template().startsWith("/admin")) {
        routes++;
        boolean looks = LOOKS.contains(route.method()) || route.template().equals("/admin/check");
        Set<String> scopes = new TreeSet<>();
        route.scopes().forEach(required -> scopes.addAll(required.names()));
        assertEquals(Kind.GUARDED, route.kind(), route.toString());
        assertEquals(
            looks ? Set.of("keystile:admin", "keystile:read") : Set.of("keystile:admin"),
            scopes,
            route.toString());
        assertEquals(looks, route.scopes().stream().allMatch(one -> one.any()), route.toString());
      }
    }
    assertTrue(routes > 25, "routes were found");
  }

  @Test
  void asksForAKeyAndItsScopes() {
    byte[] none = new byte[0];
    management.send("GET", "/admin/keys", none).isProblem(401, "missing_authorization");
    management
        .send("GET", "/admin/keys", none, "X-API-Key", "ks_" + "0".repeat(32))
        .isProblem(401, "invalid_api_key");
    String plain = management.key("plain");
    management.as(plain, "GET", "/admin/keys", "").isProblem(403, "insufficient_scope");
    String reader = management.key("reader", "keystile:read");
    management.as(reader, "GET", "/admin/keys", "").is(200);
    management
        .as(reader, "POST", "/admin/keys", "{\"name\":\"x\"}")
        .isProblem(403, "insufficient_scope");
    management.as(reader, "DELETE", "/admin/keys/" + strong, "").is(403);
  }

  @Test
  void notesWhatIsRefused() {
    byte[] none = new byte[0];
    String id = management.server().issue("noted").key().id().value();
    String key = management.key("noted too");
    management.send("GET", "/admin/keys/" + id, none, "X-API-Key", key).is(403);
    management.as(chat, "POST", "/admin/keys", "{\"name\":\"x\",\"scopes\":[\"other\"]}").is(403);
    List<String> rows =
        management.query(
            "SELECT action || ' ' || target || ' ' || after_json FROM keystile_audit"
                + " WHERE result = 'refused'");
    assertTrue(
        rows.stream().anyMatch(row -> row.contains(id) && row.contains("insufficient_scope")),
        rows.toString());
    assertTrue(
        rows.stream()
            .anyMatch(row -> row.startsWith("key.issue") && row.contains("scope_not_held")),
        rows.toString());
  }

  @Test
  void notesWhoMadeAChange() {
    String id =
        management.post("/admin/keys", "{\"name\":\"made\"}", "X-Request-Id", "r-17").text("id");
    List<String> rows =
        management.query(
            "SELECT actor_kind || ' ' || address || ' ' || request_id FROM keystile_audit"
                + " WHERE action = 'key.issue' AND target = '"
                + id
                + "'");
    assertEquals(List.of("key 127.0.0.1 r-17"), rows);
  }

  @Test
  void grantsWhatItHas() {
    for (String scopes :
        List.of(
            "[\"chat:write\"]",
            "[\"chat:*\"]",
            "[\"keystile:admin\"]",
            "[\"keystile:read\"]",
            "[]")) {
      as("POST", "/admin/keys", "{\"name\":\"x\",\"scopes\":" + scopes + "}", 201);
    }
  }

  @Test
  void grantsNoMoreThanItHas() {
    String before = management.rows();
    for (String scopes :
        List.of(
            "[\"*\"]",
            "[\"other\"]",
            "[\"chat:write\",\"other\"]",
            "[\"keystile:*\"]",
            "[\"keystile:other\"]",
            "[\"chat\"]",
            "null")) {
      as("POST", "/admin/keys", "{\"name\":\"x\",\"scopes\":" + scopes + "}", 403);
      as("PATCH", "/admin/keys/" + strong, "{\"scopes\":" + scopes + "}", 403);
      as(
          "POST",
          "/admin/keys/import",
          "{\"name\":\"x\",\"keys\":[\"some-key-from-elsewhere\"],\"scopes\":" + scopes + "}",
          403);
    }
    as("POST", "/admin/keys", "{\"name\":\"x\"}", 403);
    as("POST", "/admin/accounts", "{\"name\":\"x\",\"scopes\":[\"*\"]}", 403);
    assertEquals(before, management.rows());
  }

  @Test
  void touchesAStrongerKeyOnlyToWeakenIt() {
    String id = management.post("/admin/keys", "{\"name\":\"s\",\"scopes\":[\"*\"]}").text("id");
    String path = "/admin/keys/" + id;
    as("PATCH", path, "{\"expiresAt\":null}", 403);
    as("POST", path + "/rotate", "", 403);
    as("POST", path + "/disable", "", 200);
    as("POST", path + "/enable", "", 403);
    management.post(path + "/enable", "").is(200);
    as("PATCH", path, "{\"scopes\":[\"chat:read\"]}", 200);
    as("POST", path + "/rotate", "", 200);
    String other = management.post("/admin/keys", "{\"name\":\"o\",\"scopes\":[\"*\"]}").text("id");
    as("DELETE", "/admin/keys/" + other, "", 204);
  }

  @Test
  void handsOutNoMoreByWayOfAccounts() {
    management.post("/admin/accounts", "{\"name\":\"rich\",\"scopes\":[\"*\"]}").is(201);
    as("POST", "/admin/accounts", "{\"name\":\"poor\",\"scopes\":[\"chat:read\"]}", 201);
    String before = management.rows();
    as("PATCH", "/admin/accounts/poor", "{\"scopes\":[\"*\"]}", 403);
    as("POST", "/admin/keys", "{\"name\":\"x\",\"owner\":\"rich\"}", 403);
    as("DELETE", "/admin/accounts/poor?transferTo=rich", "", 403);
    assertEquals(before, management.rows());
    management.post("/admin/accounts/rich/disable", "").is(200);
    as("POST", "/admin/accounts/rich/enable", "", 403);
    as("POST", "/admin/keys", "{\"name\":\"x\",\"owner\":\"poor\"}", 201);
  }

  @Test
  void grantsAnAdministratorOfEverythingEverythingButWhatHasToBeNamed() {
    String before = management.rows();
    management
        .post("/admin/keys", "{\"name\":\"x\",\"scopes\":[\"keystile:other\"]}")
        .isProblem(403, "scope_not_held");
    assertEquals(before, management.rows());
    assertFalse(before.isEmpty());
  }

  private static void as(String method, String path, String body, int status) {
    ManagementServer.Answer answer = management.as(chat, method, path, body);
    if (status == 403) {
      answer.isProblem(403, "scope_not_held");
    } else {
      answer.is(status);
    }
  }
}
