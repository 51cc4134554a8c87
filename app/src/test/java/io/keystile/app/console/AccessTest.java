package io.keystile.app.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.people.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

  private static final String PROBE = ProbeController.PATH;
  private static final Map<String, String> NAMED = Map.of("name", "x");

  @TempDir private static Path folder;
  private static ConsoleServer server;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder, Map.of(ProbeController.SETTING, true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {PROBE, PROBE + "/caller"})
  void sendsStrangersToSignInAndBack(String path) {
    server.stranger().get(path).expectTo("/console/sign-in?to=" + path);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost/console/keys?text=x, /console/sign-in?to=/console/keys",
    "http://localhost/console, /console/sign-in",
    "http://localhost/admin, /console/sign-in",
    "http://local host, /console/sign-in",
    "'', /console/sign-in"
  })
  void sendsThePageThatHtmxShowsToSignInAndBack(String shown, String there) {
    Visitor stranger = server.stranger();
    HttpRequest request =
        stranger
            .request(PROBE)
            .header("HX-Request", "true")
            .header("HX-Current-URL", shown)
            .GET()
            .build();
    assertEquals(there, stranger.send(request).expect(204).header("HX-Redirect"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/", "//evil.example", "/console//evil.example", "/admin/keys",
        "/consolex", "javascript:alert(1)", "/console/\\evil.example", "/console/x y"
      })
  void leadsNowhereElseAfterSigningIn(String to) {
    Map<String, String> form = Map.of("name", "ada", "password", ConsoleServer.PASSWORD, "to", to);
    server.stranger().post("/console/sign-in", form).expectTo("/console");
  }

  @Test
  void leadsToTheWantedPageAfterSigningIn() {
    Map<String, String> form =
        Map.of("name", "ADA", "password", ConsoleServer.PASSWORD, "to", PROBE);
    Visitor visitor = server.stranger();
    visitor.post("/console/sign-in", form).expectTo(PROBE);
    visitor.get(PROBE).expect(200).expectText("Seen by ada");
  }

  @ParameterizedTest
  @CsvSource({"ada, wrong password", "nobody, correct horse battery", "ada, ''", "'', ''"})
  void answersTheSameToEveryWrongPair(String name, String password) {
    server
        .stranger()
        .signIn(name, password)
        .expect(422)
        .expectText("The name or the password is wrong.");
  }

  @Test
  void letsViewersLookButNotChange() {
    Visitor viewer = server.signedIn(Role.VIEWER);
    viewer.get(PROBE).expect(200).expectText("Seen by victor");
    viewer.post(PROBE, NAMED).expect(403).expectText("You may not do this");
  }

  @Test
  void letsAdministratorsChangeAndTellsItOnce() {
    Visitor administrator = server.signedIn(Role.ADMINISTRATOR);
    administrator.post(PROBE, NAMED).expectTo(PROBE);
    administrator.get(PROBE).expectText("The probe was changed.");
    administrator.get(PROBE).expectNoText("The probe was changed.");
    administrator.post(PROBE, Map.of("name", " ")).expect(422).expectText("Faulty");
  }

  @Test
  void vouchesForWhoIsSignedIn() {
    server
        .signedIn(Role.VIEWER)
        .get(PROBE + "/caller")
        .expectText("id=victor")
        .expectText("keystile:read");
  }

  @Test
  void letsWhoIsSignedInUseManagement() {
    server.stranger().get("/admin/keys").expect(401);
    server.signedIn(Role.VIEWER).get("/admin/keys").expect(200);
  }

  static Stream<Map<String, String>> foreignOrigins() {
    return Stream.of(
        Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"),
        Map.of("Origin", "https://evil.example"),
        Map.of("Sec-Fetch-Site", "same-site"),
        Map.of("Sec-Fetch-Site", "none"),
        Map.of("Origin", "null", "Sec-Fetch-Site", "same-origin"),
        Map.of());
  }

  @ParameterizedTest
  @MethodSource("foreignOrigins")
  void refusesFormsOfOtherPages(Map<String, String> headers) {
    Visitor administrator = server.signedIn(Role.ADMINISTRATOR);
    administrator.get(PROBE);
    for (String path : List.of(PROBE, "/console/sign-in", "/console/sign-out")) {
      HttpRequest.Builder request = form(administrator, path, administrator.token());
      headers.forEach(request::header);
      administrator.send(request.build()).expect(403);
    }
    administrator.get(PROBE).expect(200);
  }

  @Test
  void refusesFormsWithoutTheirToken() {
    Visitor administrator = server.signedIn(Role.ADMINISTRATOR);
    String origin = server.uri().toString();
    for (String token : List.of("", "x".repeat(43), server.signedIn(Role.VIEWER).token())) {
      administrator
          .send(form(administrator, PROBE, token).header("Origin", origin).build())
          .expect(403);
    }
  }

  @Test
  void endsTheSessionAtSignOut() {
    Visitor administrator = server.signedIn(Role.ADMINISTRATOR);
    administrator.get(PROBE).expect(200);
    administrator.post("/console/sign-out", Map.of()).expect(303);
    administrator.get(PROBE).expectTo("/console/sign-in?to=" + PROBE);
  }

  @Test
  void keepsTheCookieFromScriptsAndOtherSites() {
    Answer answer = server.stranger().signIn("ada", ConsoleServer.PASSWORD);
    String cookie = answer.header("Set-Cookie");
    assertTrue(cookie.startsWith("keystile_console="), cookie);
    assertTrue(cookie.contains("HTTPOnly"), cookie);
    assertTrue(cookie.contains("SameSite=Strict"), cookie);
    assertTrue(cookie.contains("Path=/"), cookie);
    assertFalse(cookie.contains("Secure"), cookie);
  }

  @Test
  void bindsTheCookieToTheHostOverTls() {
    Visitor visitor = server.stranger();
    String host = server.uri().getAuthority();
    String body = "name=ada&password=" + ConsoleServer.PASSWORD.replace(' ', '+');
    HttpRequest request =
        visitor
            .request("/console/sign-in")
            .header("Origin", "https://" + host)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    String cookie = visitor.send(request).expect(303).header("Set-Cookie");
    assertTrue(cookie.startsWith("__Host-keystile_console="), cookie);
    assertTrue(cookie.contains("Secure"), cookie);
    assertFalse(cookie.contains("Domain"), cookie);
  }

  @ParameterizedTest
  @CsvSource({
    "/console/nothing, 404",
    "/console/probe/fail, 500",
    "/console/assets/x.css, 404",
    "/console/assets/..%2f..%2fapplication.properties, 404"
  })
  void showsErrorsInItsOwnStyle(String path, int status) {
    server
        .signedIn(Role.ADMINISTRATOR)
        .get(path)
        .expect(status)
        .expectText("To the first page")
        .expectNoText("an inner matter");
  }

  @Test
  void showsAPageForAMethodThatIsNotThere() {
    Visitor visitor = server.signedIn(Role.ADMINISTRATOR);
    HttpRequest request =
        visitor.request(PROBE).header("Origin", server.uri().toString()).DELETE().build();
    visitor.send(request).expect(405).expectText("That cannot be done here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/v1/nothing", "/consoles"})
  void leavesOtherPathsAlone(String path) {
    server.stranger().get(path).expect(404).expectNoText("<html");
  }

  @Test
  void showsAPageForTooMuchAtOnce() {
    Visitor visitor = server.signedIn(Role.ADMINISTRATOR);
    visitor
        .post(PROBE, Map.of("name", "x".repeat(11 * 1024 * 1024)))
        .expect(413)
        .expectText("That is too much at once");
    server.stranger().post("/console/sign-in", Map.of("name", "x".repeat(20_000))).expect(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console", PROBE, "/console/sign-in", "/console/nothing"})
  void locksEveryAnswer(String path) {
    for (Visitor visitor : List.of(server.stranger(), server.signedIn(Role.VIEWER))) {
      Answer answer = visitor.get(path);
      String policy = answer.header("Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
      assertTrue(policy.contains("frame-ancestors 'none'"), policy);
      assertFalse(policy.contains("unsafe"), policy);
      assertEquals("no-store", answer.header("Cache-Control"));
      assertEquals("nosniff", answer.header("X-Content-Type-Options"));
      assertEquals("same-origin", answer.header("Referrer-Policy"));
      assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy"));
    }
  }

  @Test
  void keepsAssetsForGoodUnderTheNameOfTheirContent() {
    Assets assets = server.bean(Assets.class);
    for (String path :
        List.of(assets.stylesheet(), assets.script(), assets.htmx(), assets.icon())) {
      Answer answer = server.stranger().get(path).expect(200);
      assertEquals("public, max-age=31536000, immutable", answer.header("Cache-Control"));
      assertEquals("nosniff", answer.header("X-Content-Type-Options"));
      assertTrue(path.matches("/console/assets/[a-z]+\\.[0-9a-f]{12}\\.[a-z]+"), path);
    }
  }

  private static HttpRequest.Builder form(Visitor visitor, String path, String token) {
    return visitor
        .request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("name=x&_token=" + token));
  }
}
