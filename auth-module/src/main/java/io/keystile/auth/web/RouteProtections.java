package io.keystile.auth.web;

import io.keystile.auth.guard.Requirement;
import io.keystile.auth.web.RouteProtection.Kind;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells how every route of the application is protected. Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class RouteProtections {

  private final Router router;
  private final RouteRequirements requirements;

  RouteProtections(Router router, RouteRequirements requirements) {
    this.router = router;
    this.requirements = requirements;
  }

  /** All routes, by template and method. */
  public List<RouteProtection> all() {
    return router
        .uriRoutes()
        .map(this::of)
        .distinct()
        .sorted(
            Comparator.comparing(RouteProtection::template).thenComparing(RouteProtection::method))
        .toList();
  }

  /**
   * What a call would have to satisfy: that of the route it matches, or nothing when it matches
   * none.
   *
   * @param method the HTTP method
   * @param path the path, without a query
   */
  public Optional<Requirement> find(String method, String path) {
    HttpMethod verb = HttpMethod.parse(method);
    return verb == HttpMethod.CUSTOM || !path.startsWith("/")
        ? Optional.empty()
        : router
            .find(verb, path, null)
            .min(Comparator.comparingInt(match -> match.getVariableValues().size()))
            .map(match -> requirements.of(match.getRouteInfo()));
  }

  /** Whether the request was matched to something that asks for a key. */
  public boolean isGuarded(HttpRequest<?> request) {
    return requirements.of(request).guarded();
  }

  private RouteProtection of(UriRouteInfo<?, ?> route) {
    Requirement requirement = requirements.of(route);
    boolean purpose = RouteRequirements.isAnnotated(route) || requirements.isPublic(route);
    Kind kind = requirement.guarded() ? Kind.GUARDED : purpose ? Kind.OPEN_ON_PURPOSE : Kind.OPEN;
    return new RouteProtection(
        route.getHttpMethodName(),
        route.getUriMatchTemplate().toString(),
        kind,
        requirement.scopes());
  }
}
