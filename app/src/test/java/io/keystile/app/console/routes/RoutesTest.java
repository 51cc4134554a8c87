package io.keystile.app.console.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.console.Answer;
import io.keystile.app.console.ConsoleServer;
import io.keystile.app.console.people.Role;
import io.keystile.auth.web.RouteProtection;
import io.keystile.auth.web.RouteProtection.Kind;
import io.keystile.auth.web.RouteProtections;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {

  private static final String ROUTES = "/console/routes";

  @TempDir private static Path folder;
  private static ConsoleServer server;

  @BeforeAll
  static void start() {
    server = ConsoleServer.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void showsEveryRouteThatThereIs() {
    List<RouteProtection> routes = routes();
    Answer page = get("");
    assertEquals(routes.size() + 1, page.body().split("<th scope=\"row\">", -1).length);
    routes.forEach(route -> page.expectText("<code>" + escaped(route.template()) + "</code>"));
    page.expectText("All " + routes.size()).expectText("GET, HEAD").expectText("POST");
    assertTrue(page.body().length() < 100 * 1024, "too large");
  }

  @Test
  void tellsWhatTheGuardsAskFor() {
    get("?show=guarded")
        .expectText("<code>/v1/models</code>")
        .expectText("keystile:admin")
        .expectNoText("<code>/console/keys</code>");
    get("?show=console")
        .expectText("<code>/console/keys</code>")
        .expectText("its own sign-in")
        .expectNoText("<code>/v1/models</code>");
    get("?show=%3Cscript%3E").expectText("<code>/v1/models</code>").expectNoText("<script>");
  }

  @Test
  void warnsOfUnguardedOnesWithTheRemedy() {
    List<RouteProtection> open =
        routes().stream().filter(route -> route.kind() == Kind.OPEN).toList();
    Answer page = get("?show=unguarded");
    assertEquals(open.size() + 1, page.body().split("<th scope=\"row\">", -1).length);
    assertEquals(!open.isEmpty(), page.body().contains("Nothing guards " + open.size()));
    if (!open.isEmpty()) {
      page.expectText("keystile.guard=all").expectText("@ApiKeyProtected");
    }
  }

  @Test
  void tellsWhichRuleLeavesARouteOpen(@TempDir Path other) {
    Map<String, Object> all =
        Map.of("keystile.guard", "all", "keystile.public-routes", "/health,/health/{selector}");
    try (ConsoleServer guarded = ConsoleServer.start(other, all)) {
      guarded
          .signedIn(Role.VIEWER)
          .get(ROUTES + "?show=open")
          .expect(200)
          .expectText("<code>/health</code>")
          .expectText("keystile.public-routes")
          .expectText("(keystile.guard=all)");
      guarded.signedIn(Role.VIEWER).get(ROUTES + "?show=unguarded").expectText("There is none");
    }
  }

  /** What answers HEAD as it answers GET stands in one line. */
  private static List<RouteProtection> routes() {
    return server.bean(RouteProtections.class).all().stream()
        .filter(route -> !route.method().equals("HEAD"))
        .toList();
  }

  private static Answer get(String query) {
    return server.signedIn(Role.VIEWER).get(ROUTES + query).expect(200);
  }

  private static String escaped(String template) {
    return template.replace("&", "&amp;").replace("<", "&lt;");
  }
}
