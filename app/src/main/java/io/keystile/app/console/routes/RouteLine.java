package io.keystile.app.console.routes;

import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.web.RouteProtection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One route.
 *
 * @param method the HTTP method
 * @param template its path, with names in braces for what varies
 * @param kind how it is guarded
 * @param why what the guards ask for, or what leaves it open
 */
public record RouteLine(String method, String template, RouteKind kind, String why) {

  /**
   * The route in the words of people.
   *
   * @param open templates that the configuration leaves open
   */
  static RouteLine of(RouteProtection route, List<String> open) {
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
