package io.keystile.auth.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.keystile.auth.management.ManagementServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys over HTTP: made, looked at, changed, removed. */
class KeysApiTest {

  private static final String FULL =
      """
      {"name":"full","description":"all of it","scopes":["chat:write","chat:*"],
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
  static void start() throws IOException {
    Path master = folder.resolve("master");
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    Files.writeString(
        Files.createFile(
            master,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
        Base64.getEncoder().encodeToString(random));
    management =
        ManagementServer.start(
            "KeysApiTest",
            folder,
            Map.of(
                "keystile.keys.recoverable",
                "true",
                "keystile.keys.master-key-file",
                master.toString()));
  }

  @AfterAll
  static void stop() {
    management.close();
  }

  @Test
  void makesAKeyAndShowsItsTextThisOnce() {
    Answer made = management.post("/admin/keys", "{\"name\":\"plain\"}").is(201);
    String id = made.text("id");
    assertEquals("/admin/keys/" + id, made.header("Location"));
    assertEquals("no-store", made.header("Cache-Control"));
    assertTrue(made.text("key").matches("ks_[A-Za-z0-9]{32}"));
    assertEquals("[\"*\"]", made.json().get("scopes").toString());
    Answer shown = management.get("/admin/keys/" + id).is(200);
    assertFalse(shown.json().has("key"));
    assertEquals(made.header("ETag"), shown.header("ETag"));
    assertEquals(
        200,
        management.server().get("/admin/keys", "X-API-Key", management.adminKey()).statusCode());
  }

  @Test
  void keepsAllThatWasChosen() {
    JsonNode made = management.post("/admin/keys", FULL).is(201).json();
    assertEquals("[\"chat:*\",\"chat:write\"]", made.get("scopes").toString());
    assertEquals("2020-01-31T09:00:00Z", made.get("notBefore").asText());
    assertEquals("office", made.at("/allow/0/note").asText());
    assertTrue(made.at("/allow/1/enabled").asBoolean());
    assertFalse(made.at("/deny/0/enabled").asBoolean());
    assertEquals("[\"100/1h\",\"5/1s burst 7\"]", made.get("rateLimits").toString());
    assertEquals("{\"team\":\"red\"}", made.get("metadata").toString());
    assertEquals("active", made.get("status").asText());
  }

  @Test
  void changesOnlyWhatAPatchNames() {
    JsonNode made = management.post("/admin/keys", FULL).json();
    String path = "/admin/keys/" + made.get("id").asText();
    JsonNode renamed =
        management
            .patch(path, "{\"name\":\"other\"}", "Content-Type", "application/merge-patch+json")
            .is(200)
            .json();
    for (String member : List.of("scopes", "windows", "allow", "rateLimits", "metadata")) {
      assertEquals(made.get(member), renamed.get(member));
    }
    assertEquals("other", renamed.get("name").asText());
    JsonNode cleared =
        management
            .patch(
                path + "?confirm=open-addresses",
                """
                {"description":null,"notBefore":null,"expiresAt":null,"windows":null,"allow":null,
                 "deny":null,"rateLimits":null,"quotas":null,"scopes":null,"owner":null,
                 "metadata":{"team":null,"colour":"blue"}}
                """)
            .is(200)
            .json();
    assertTrue(cleared.get("description").isNull());
    assertTrue(cleared.get("expiresAt").isNull());
    assertEquals("[]", cleared.get("allow").toString());
    assertEquals("[]", cleared.get("rateLimits").toString());
    assertEquals("[\"*\"]", cleared.get("scopes").toString());
    assertEquals("{\"colour\":\"blue\"}", cleared.get("metadata").toString());
    assertEquals(
        "{}", management.patch(path, "{\"metadata\":null}").json().get("metadata").toString());
  }

  @Test
  void tellsMembersThatDoNotFitTogether() {
    String path = "/admin/keys/" + management.post("/admin/keys", FULL).text("id");
    String before = management.rows();
    assertEquals(
        List.of("/notBefore"),
        management.patch(path, "{\"notBefore\":\"2099-02-01T00:00:00Z\"}").faults());
    assertEquals(List.of("/owner"), management.patch(path, "{\"owner\":\"nobody\"}").faults());
    assertEquals(before, management.rows());
  }

  @Test
  void wantsOpenAddressesConfirmed() {
    String path = "/admin/keys/" + management.post("/admin/keys", FULL).text("id");
    management.patch(path, "{\"allow\":[]}").isProblem(409, "conflict");
    management.patch(path + "?confirm=last-way-in", "{\"allow\":[]}").is(409);
    management.patch(path + "?confirm=open-addresses", "{\"allow\":[]}").is(200);
  }

  @Test
  void keepsTheLastWayInUnlessConfirmed() {
    String id = management.query("SELECT id FROM keystile_key WHERE name = 'administrator'").get(0);
    String before = management.rows();
    String path = "/admin/keys/" + id;
    management.post(path + "/disable", "").isProblem(409, "last_way_in");
    management.delete(path).isProblem(409, "last_way_in");
    management.patch(path, "{\"scopes\":[\"*\"]}").isProblem(409, "last_way_in");
    management.delete(path + "?confirm=open-addresses").is(409);
    assertEquals(before, management.rows());
    String other = management.key("second", "*", "keystile:admin");
    management.post(path + "/disable", "").is(200);
    management.as(other, "POST", path + "/enable", "").is(200);
    management.as(other, "DELETE", "/admin/keys/" + idOf("second"), "").is(204);
  }

  @Test
  void refusesAChangeToAnotherVersion() {
    Answer made = management.post("/admin/keys", "{\"name\":\"race\"}");
    String path = "/admin/keys/" + made.text("id");
    String seen = made.header("ETag");
    Answer first = management.patch(path, "{\"name\":\"first\"}", "If-Match", seen).is(200);
    assertNotEquals(seen, first.header("ETag"));
    String before = management.rows();
    management
        .patch(path, "{\"name\":\"second\"}", "If-Match", seen)
        .isProblem(412, "version_mismatch");
    management.post(path + "/disable", "", "If-Match", seen).is(412);
    management.post(path + "/rotate", "", "If-Match", "W/" + first.header("ETag")).is(412);
    management.delete(path, "If-Match", "\"x\"").is(412);
    assertEquals(before, management.rows());
    assertEquals(List.of("If-Match"), management.patch(path, "{}", "If-Match", "one").faults());
    management.patch(path, "{\"name\":\"third\"}", "If-Match", "*").is(200);
    String now = management.get(path).header("ETag");
    management.delete(path, "If-Match", "\"99\", " + now).is(204);
    management.get(path).isProblem(404, "key_not_found");
  }

  @Test
  void letsOneOfManyChangesAtOnceWin() throws Exception {
    Answer made = management.post("/admin/keys", "{\"name\":\"many\"}");
    String path = "/admin/keys/" + made.text("id");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> changes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String body = "{\"name\":\"many " + i + "\"}";
        changes.add(() -> management.patch(path, body, "If-Match", made.header("ETag")).status());
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> change : threads.invokeAll(changes)) {
        statuses.add(change.get());
      }
      assertEquals(1, statuses.stream().filter(status -> status == 200).count(), "" + statuses);
      assertEquals(7, statuses.stream().filter(status -> status == 412).count(), "" + statuses);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void switchesAndRotates() {
    Answer made = management.post("/admin/keys", "{\"name\":\"turns\"}");
    String path = "/admin/keys/" + made.text("id");
    assertEquals("disabled", management.post(path + "/disable", "").is(200).text("status"));
    management.post(path + "/rotate", "").isProblem(409, "conflict");
    assertEquals("active", management.post(path + "/enable", "").is(200).text("status"));
    Answer rotated = management.post(path + "/rotate?overlap=12h", "").is(200);
    assertNotEquals(made.text("key"), rotated.text("key"));
    assertEquals(made.text("hint"), rotated.json().at("/previousSecret/hint").asText());
    assertEquals("no-store", rotated.header("Cache-Control"));
  }

  @Test
  void showsAKeyAgainWhereCopiesAreKept() {
    Answer made = management.post("/admin/keys", "{\"name\":\"again\"}");
    Answer shown = management.post("/admin/keys/" + made.text("id") + "/reveal", "").is(200);
    assertEquals(made.text("key"), shown.text("key"));
    assertEquals("no-store", shown.header("Cache-Control"));
    assertEquals(
        List.of("1"),
        management.query(
            "SELECT count(*) FROM keystile_audit WHERE action = 'key.reveal' AND target = '"
                + made.text("id")
                + "'"));
    String chat = management.key("chat only", "chat:*", "keystile:admin");
    management
        .as(chat, "POST", "/admin/keys/" + made.text("id") + "/reveal", "")
        .isProblem(403, "scope_not_held");
    management.delete("/admin/keys/" + idOf("chat only")).is(204);
  }

  @Test
  void knowsNoKeyThatIsNotThere() {
    for (String id : List.of("key_none", "x", "%00", "key_..%2f", "key_" + "a".repeat(61))) {
      management.get("/admin/keys/" + id).is(404);
      management.delete("/admin/keys/" + id).is(404);
      management.patch("/admin/keys/" + id, "{}").is(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "'; DROP TABLE keystile_key; --",
        "ａ🔑 é שלום",
        "${jndi:ldap://x}",
        "\\\\ \\\" % _ !",
        "{{7*7}} #{1}",
        "null"
      })
  void keepsTextsAsTheyAre(String text) throws Exception {
    String quoted = ApiContract.JSON.writeValueAsString(text.replace("\\\\", "\\"));
    String body =
        "{\"name\":"
            + quoted
            + ",\"description\":"
            + quoted
            + ",\"metadata\":{"
            + quoted
            + ":"
            + quoted
            + "}}";
    Answer made = management.post("/admin/keys", body).is(201);
    JsonNode shown = management.get("/admin/keys/" + made.text("id")).json();
    JsonNode sent = ApiContract.parse(body);
    for (String member : List.of("name", "description", "metadata")) {
      assertEquals(sent.get(member), shown.get(member));
    }
    String asked = "/admin/keys?text=" + ManagementServer.encode(sent.get("name").asText());
    assertTrue(management.get(asked).raw().body().contains(made.text("id")));
  }

  private static String idOf(String name) {
    return management.query("SELECT id FROM keystile_key WHERE name = '" + name + "'").get(0);
  }
}
