package io.keystile.auth.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.keystile.auth.management.ManagementServer.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys over HTTP in numbers: listed, imported, exported. */
class KeyListsApiTest {

  private static final String FINDABLE =
      """
      {"name":"findable","description":"all of it","scopes":["chat:write","chat:*"],
       "notBefore":"2020-01-31T09:00:00Z","expiresAt":"2099-01-31T00:00:00Z",
       "windows":["Mon-Fri 08:00-18:00 Europe/Berlin"],
       "allow":[{"address":"10.0.0.0/8","enabled":true,"note":"office"},{"address":"::1"}],
       "deny":[{"address":"10.1.0.0/16","enabled":false}],
       "rateLimits":["100/1h","5/1s burst 7"],"quotas":["1000/day"],
       "metadata":{"team":"red"}}
      """;

  @TempDir static Path folder;
  private static ManagementServer management;

  @BeforeAll
  static void start() {
    management = ManagementServer.start("KeyListsApiTest", folder, Map.of());
  }

  @AfterAll
  static void stop() {
    management.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"created", "-created", "name", "-name", "last-used", "expires", "-requests"})
  void pagesLoseAndRepeatNothing(String sort) {
    for (int i = 0; i < 3; i++) {
      management.post("/admin/keys", "{\"name\":\"same name\"}").is(201);
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = management.get("/admin/keys?limit=2&sort=" + sort + cursor).is(200).json();
      page.get("items").forEach(key -> seen.add(key.get("id").asText()));
      cursor = page.get("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asText();
    } while (!cursor.isEmpty());
    assertEquals(seen.size(), new HashSet<>(seen).size());
    assertEquals(
        new TreeSet<>(management.query("SELECT id FROM keystile_key")), new TreeSet<>(seen));
  }

  @Test
  void filters() {
    String id = management.post("/admin/keys", FINDABLE).text("id");
    for (String filter :
        List.of(
            "text=FINDABLE",
            "text=" + id,
            "text=findable&status=active",
            "text=findable&source=database",
            "text=findable&scope=chat:*",
            "text=findable&expiringBefore=2099-01-31T00:00:01Z",
            "text=findable&status=active&status=disabled")) {
      assertEquals(1, management.get("/admin/keys?" + filter).json().get("items").size(), filter);
    }
    for (String filter :
        List.of(
            "status=disabled",
            "source=environment",
            "scope=chat:read",
            "owner=nobody",
            "unusedSince=2020-01-01T00:00:00Z",
            "expiringBefore=2099-01-31T00:00:00Z")) {
      String asked = "/admin/keys?text=findable&" + filter;
      assertEquals(0, management.get(asked).json().get("items").size(), filter);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=-1",
        "limit=1e1",
        "limit=",
        "limit=1&limit=2",
        "sort=hash",
        "status=on",
        "source=x",
        "scope=Chat",
        "expiringBefore=yesterday",
        "unusedSince=1",
        "cursor=x",
        "cursor=a&cursor=b",
        "page=2",
        "TEXT=a",
        "expiringBefore=-9999-01-01T00:00:00Z"
      })
  void tellsWhichParameterIsWrong(String query) {
    assertEquals(
        List.of(query.substring(0, query.indexOf('='))),
        management.get("/admin/keys?" + query).faults());
  }

  @Test
  void tellsAllParametersThatAreWrong() {
    assertEquals(3, management.get("/admin/keys?limit=x&status=y&colour=red").faults().size());
  }

  @Test
  void importsLineByLine() {
    String old = "old-system-key-number-1-of-some-length";
    String body = "{\"name\":\"old\",\"keys\":[\"" + old + "\",\"short\",\"\",\"" + old + "\"]}";
    JsonNode report = management.post("/admin/keys/import", body).is(200).json();
    assertEquals(1, report.get("added").asInt());
    assertEquals(1, report.get("refused").asInt());
    assertEquals(1, report.get("alreadyThere").asInt());
    assertEquals("added", report.at("/items/0/outcome").asText());
    assertFalse(report.toString().contains(old));
    assertEquals(
        200,
        management
            .server()
            .get("/admin/keys", "Authorization", "Bearer " + management.adminKey())
            .statusCode());
    JsonNode none =
        management
            .post(
                "/admin/keys/import",
                "{\"name\":\"o\",\"keys\":[\"" + old + "2\",\"short\"],\"allOrNothing\":true}")
            .is(200)
            .json();
    assertFalse(none.get("applied").asBoolean());
  }

  @Test
  void exportsAllWithoutTheirTexts() {
    String secret = management.post("/admin/keys", "{\"name\":\"exported\"}").text("key");
    Answer export = management.get("/admin/keys/export").is(200);
    assertEquals(
        management.query("SELECT id FROM keystile_key").size(),
        export.raw().body().lines().count());
    assertFalse(export.raw().body().contains(secret));
    assertEquals(
        1, management.get("/admin/keys/export?text=exported").raw().body().lines().count());
    assertEquals(List.of("limit"), management.get("/admin/keys/export?limit=1").faults());
  }

  @Test
  void answersWhatIsNoRouteAsAProblem() {
    management.get("/admin/none").isProblem(404, "not_found");
    management.send("PUT", "/admin/keys", "{}").isProblem(405, "method_not_allowed");
    management
        .post("/admin/keys", "name=x", "Content-Type", "application/x-www-form-urlencoded")
        .isProblem(415, "unsupported_media_type");
    management
        .post("/admin/keys", "<x/>", "Content-Type", "text/xml")
        .isProblem(415, "unsupported_media_type");
    management.get("/admin/keys", "Accept", "text/html").isProblem(406, "not_acceptable");
  }
}
