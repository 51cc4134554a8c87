package io.keystile.app.console.routes;

import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.web.RouteProtection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One route.
 *
 * @param method the HTTP method, or both when the route answers {@code HEAD} as it answers {@code
 *     GET}
 * @param template its path, with names in braces for what varies
 * @param kind how it is guarded
 * @param why what the guards ask for, or what leaves it open
 */
public record RouteLine(String method, String template, RouteKind kind, String why) {

  /**
   * The routes in the words of people.
   *
   * @param open templates that the configuration leaves open
   */
  static List<RouteLine> all(List<RouteProtection> routes, List<String> open) {
    List<RouteLine> lines = routes.stream().map(route -> of(route, open)).toList();
    Set<RouteLine> known = new HashSet<>(lines);
    return lines.stream()
        .filter(line -> !line.is("HEAD") || !known.contains(line.with("GET")))
        .map(
            line ->
                line.is("GET") && known.contains(line.with("HEAD")) ? line.with("GET, HEAD") : line)
        .toList();
  }

  private boolean is(String verb) {
    return method.equals(verb);
  }

  private RouteLine with(String methods) {
    return new RouteLine(methods, template, kind, why);
  }

  private static RouteLine of(RouteProtection route, List<String> open) {
    RouteKind kind = RouteKind.of(route);
    String why =
        switch (kind) {
          case GUARDED -> needed(route.scopes());
          case CONSOLE -> "its own sign-in";
          case OPEN -> open.contains(route.template()) ? "keystile.public-routes" : "@PermitAll";
          case UNGUARDED -> "nothing";
        };
    return new RouteLine(route.method(), route.template(), kind, why);
  }

  private static String needed(List<RequiredScopes> guards) {
    String scopes =
        guards.stream()
            .map(guard -> String.join(guard.any() ? " or " : " and ", guard.names()))
            .collect(Collectors.joining("; "));
    return scopes.isEmpty() ? "any key" : scopes;
  }
}
