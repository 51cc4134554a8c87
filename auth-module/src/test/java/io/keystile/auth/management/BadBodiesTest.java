package io.keystile.auth.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.management.ManagementServer.Answer;
import io.keystile.auth.management.input.Faults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that cannot be taken are 4xx, each fault is pointed at, and the store stays as it is. */
class BadBodiesTest {

  @TempDir static Path folder;
  private static ManagementServer management;
  private static String key;

  @BeforeAll
  static void start() {
    management =
        ManagementServer.start(
            "BadBodiesTest", folder, Map.of("micronaut.server.max-request-size", "200KB"));
    key = management.post("/admin/keys", "{\"name\":\"target\"}").is(201).text("id");
    management.post("/admin/accounts", "{\"name\":\"team\",\"scopes\":[\"chat:write\"]}").is(201);
  }

  @AfterAll
  static void stop() {
    management.close();
  }

  /** Every route that reads a body. */
  private static List<String> routes() {
    return List.of(
        "POST /admin/keys",
        "PATCH /admin/keys/" + key,
        "POST /admin/keys/import",
        "POST /admin/accounts",
        "PATCH /admin/accounts/team",
        "PUT /admin/settings/keystile.enabled",
        "POST /admin/check");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.keystile.auth.management.BadBodies#textsEverywhere")
  void refusesTextsThatAreNoGoodAnywhere(String name, String text) {
    refuse(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("io.keystile.auth.management.BadBodies#bytes")
  void refusesWhatIsNotUtf8(byte[] body) {
    refuse(body);
  }

  @Test
  void refusesNoBodyAtAll() {
    String before = management.rows();
    for (String route : routes()) {
      assertEquals(List.of(""), send(route, new byte[0]).faults(), route);
    }
    assertEquals(before, management.rows());
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    byte[] large = ("{\"name\":\"" + "x".repeat(300_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    String before = management.rows();
    for (String route : routes()) {
      send(route, large).isProblem(413, "body_too_large");
    }
    assertEquals(before, management.rows());
  }

  @ParameterizedTest(name = "{1} {0}")
  @MethodSource("io.keystile.auth.management.BadBodies#faultyKeys")
  void pointsAtEachFaultOfAKey(String body, String pointers) {
    String before = management.rows();
    List<String> expected = List.of(pointers.split(" "));
    Answer made = management.post("/admin/keys", body);
    assertEquals(expected, made.faults());
    assertFalse(made.raw().body().contains(BadBodies.SECRET));
    assertEquals(expected, management.patch("/admin/keys/" + key, body).faults());
    assertEquals(before, management.rows());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("io.keystile.auth.management.BadBodies#faultyOthers")
  void pointsAtEachFaultElsewhere(String route, String body, String pointers) {
    String before = management.rows();
    Answer answer = send(route, body.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(pointers.split(" ")), answer.faults());
    assertFalse(answer.raw().body().contains(BadBodies.SECRET));
    assertEquals(before, management.rows());
  }

  @Test
  void refusesABodyWhereNoneIsRead() {
    String before = management.rows();
    for (String action :
        List.of(
            "/admin/keys/" + key + "/enable",
            "/admin/keys/" + key + "/disable",
            "/admin/keys/" + key + "/rotate",
            "/admin/keys/" + key + "/reveal",
            "/admin/accounts/team/enable",
            "/admin/accounts/team/disable")) {
      assertEquals(List.of(""), management.post(action, "{\"overlap\":\"12h\"}").faults());
    }
    for (String overlap : List.of("5", "-5m", "PT5M", "1w", "")) {
      String path = "/admin/keys/" + key + "/rotate?overlap=" + overlap;
      assertEquals(List.of("overlap"), management.post(path, "").faults());
    }
    assertEquals(before, management.rows());
  }

  @Test
  void tellsNoMoreFaultsThanFitIntoAnAnswer() {
    List<String> scopes = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      scopes.add("\"member " + i + "\":1");
    }
    Answer answer = management.post("/admin/keys", "{" + String.join(",", scopes) + "}");
    assertEquals(Faults.MAX, answer.faults().size());
  }

  @Test
  void refusesParametersThatNoRouteHas() {
    String before = management.rows();
    for (String route : routes()) {
      assertEquals(List.of("colour"), send(route + "?colour=red", body(route)).faults(), route);
    }
    assertEquals(before, management.rows());
  }

  private static byte[] body(String route) {
    String json =
        route.contains("/import")
            ? "{\"name\":\"x\",\"keys\":[\"a-key-of-enough-characters\"]}"
            : route.contains("accounts")
                ? "{\"name\":\"x\",\"scopes\":[\"chat:write\"]}"
                : route.contains("settings")
                    ? "{\"value\":true}"
                    : route.contains("check") ? "{\"id\":\"" + key + "\"}" : "{\"name\":\"x\"}";
    return json.replace("\"name\":\"x\",", route.startsWith("PATCH") ? "" : "\"name\":\"x\",")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void refuse(byte[] body) {
    String before = management.rows();
    for (String route : routes()) {
      Answer answer = send(route, body);
      assertTrue(answer.status() / 100 == 4, route + " " + answer.raw().body());
      answer.isProblem(400, "invalid_request");
      assertFalse(answer.json().get("errors").isEmpty());
      assertFalse(answer.raw().body().contains(BadBodies.SECRET), route);
    }
    assertEquals(before, management.rows());
  }

  private static Answer send(String route, byte[] body) {
    String[] parts = route.split(" ", 2);
    return management.send(
        parts[0],
        parts[1],
        body,
        "Authorization",
        "Bearer " + management.adminKey(),
        "Content-Type",
        ManagementServer.JSON);
  }
}
