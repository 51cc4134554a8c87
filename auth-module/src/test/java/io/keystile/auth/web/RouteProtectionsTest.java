package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.web.RouteProtection.Kind;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import jakarta.annotation.security.PermitAll;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteProtectionsTest {

  private static final String SPEC = "RouteProtectionsTest";
  private static final RequiredScopes WRITE = new RequiredScopes(List.of("chat:write"), false);
  private static final RequiredScopes ANY = new RequiredScopes(List.of("a", "b"), true);

  @TempDir Path folder;

  @Test
  void tellsWhatIsGuardedAndWhatIsOpenAndWhy() {
    assertEquals(
        List.of(
            new RouteProtection("GET", "/guarded", Kind.GUARDED, List.of(WRITE)),
            new RouteProtection("HEAD", "/guarded", Kind.GUARDED, List.of(WRITE)),
            new RouteProtection("POST", "/guarded", Kind.GUARDED, List.of(ANY)),
            new RouteProtection("GET", "/guarded/permitted", Kind.OPEN_ON_PURPOSE, List.of()),
            new RouteProtection("HEAD", "/guarded/permitted", Kind.OPEN_ON_PURPOSE, List.of()),
            new RouteProtection("GET", "/open", Kind.OPEN, List.of()),
            new RouteProtection("HEAD", "/open", Kind.OPEN, List.of()),
            new RouteProtection("GET", "/open/any", Kind.GUARDED, List.of()),
            new RouteProtection("HEAD", "/open/any", Kind.GUARDED, List.of()),
            new RouteProtection("GET", "/open/permitted", Kind.OPEN_ON_PURPOSE, List.of()),
            new RouteProtection("HEAD", "/open/permitted", Kind.OPEN_ON_PURPOSE, List.of()),
            new RouteProtection("GET", "/open/{name}", Kind.OPEN, List.of()),
            new RouteProtection("HEAD", "/open/{name}", Kind.OPEN, List.of())),
        report(Map.of()));
  }

  @Test
  void tellsWhatIsGuardedWhenAllIs() {
    Map<String, Object> settings =
        Map.of("keystile.guard", "all", "keystile.public-routes", "/open/{name}");
    List<RouteProtection> report = report(settings);
    assertEquals(Kind.GUARDED, kind(report, "/open"));
    assertEquals(Kind.OPEN_ON_PURPOSE, kind(report, "/open/{name}"));
    assertEquals(Kind.OPEN_ON_PURPOSE, kind(report, "/open/permitted"));
    assertEquals(Kind.OPEN_ON_PURPOSE, kind(report, "/guarded/permitted"));
    assertEquals(Kind.GUARDED, kind(report, "/guarded"));
  }

  @Test
  void asksTheRouteThatTheRequestWasMatchedTo() {
    try (TestServer server = TestServer.start(SPEC, folder, Map.of())) {
      RouteProtections protections = server.bean(RouteProtections.class);
      HttpRequest<?> request = HttpRequest.GET("/guarded");
      assertFalse(protections.isGuarded(request));
      RouteAttributes.setRouteInfo(request, route(server, "/guarded"));
      assertTrue(protections.isGuarded(request));
      RouteAttributes.setRouteInfo(request, route(server, "/open"));
      assertFalse(protections.isGuarded(request));
      // Were it something else one day, it must not be taken for an open route.
      request.setAttribute("micronaut.http.route.info", "something else");
      assertThrows(ClassCastException.class, () -> protections.isGuarded(request));
    }
  }

  private static RouteInfo<?> route(TestServer server, String template) {
    return server
        .bean(Router.class)
        .uriRoutes()
        .filter(route -> route.getUriMatchTemplate().toString().equals(template))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void spellsTheKindsAsPeopleDo() {
    assertEquals("guarded", Kind.GUARDED.text());
    assertEquals("open on purpose", Kind.OPEN_ON_PURPOSE.text());
    assertEquals("open", Kind.OPEN.text());
  }

  private List<RouteProtection> report(Map<String, Object> settings) {
    try (TestServer server = TestServer.start(SPEC, folder, settings)) {
      return server.bean(RouteProtections.class).all().stream()
          .filter(route -> route.template().matches("/(guarded|open)(/.*)?"))
          .toList();
    }
  }

  private static Kind kind(List<RouteProtection> report, String template) {
    return report.stream()
        .filter(route -> route.template().equals(template) && route.method().equals("GET"))
        .findFirst()
        .orElseThrow()
        .kind();
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/guarded")
  @ApiKeyProtected("chat:write")
  static class Guarded {
    @Get
    String get() {
      return "get";
    }

    @Post
    @ApiKeyProtected(
        scopes = {"a", "b"},
        match = ApiKeyProtected.Match.ANY)
    String post() {
      return "post";
    }

    @Get("/permitted")
    @PermitAll
    String permitted() {
      return "permitted";
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/open")
  static class Open {
    @Get
    String get() {
      return "get";
    }

    @Get("/any")
    @ApiKeyProtected
    String any() {
      return "any";
    }

    @Get("/permitted")
    @PermitAll
    String permitted() {
      return "permitted";
    }

    @Get("/{name}")
    String named(String name) {
      return name;
    }
  }
}
