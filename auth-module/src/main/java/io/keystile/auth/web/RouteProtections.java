package io.keystile.auth.web;

import io.keystile.auth.annotation.GuardedRoute;
import io.keystile.auth.guard.Requirement;
import io.keystile.auth.web.GuardConfiguration.Mode;
import io.keystile.auth.web.RouteProtection.Kind;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.annotation.security.PermitAll;
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
  private final GuardConfiguration configuration;

  RouteProtections(
      Router router, RouteRequirements requirements, GuardConfiguration configuration) {
    this.router = router;
    this.requirements = requirements;
    this.configuration = configuration;
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
            .map(match -> requirementOf(match.getRouteInfo()));
  }

  /** Whether the request was matched to something that asks for a key. */
  public boolean isGuarded(HttpRequest<?> request) {
    RouteInfo<?> route = RouteAttributes.getRouteInfo(request).orElse(null);
    return route == null ? configuration.guard() == Mode.ALL : requirementOf(route).guarded();
  }

  /** Whether the request was matched to a route that carries the annotation. */
  boolean isAnnotated(HttpRequest<?> request) {
    RouteInfo<?> route = RouteAttributes.getRouteInfo(request).orElse(null);
    return route != null && isAnnotated(route);
  }

  /** What the route requires, in the mode that is configured. */
  Requirement requirementOf(RouteInfo<?> route) {
    if (isAnnotated(route)) {
      return requirements.of(route);
    }
    return configuration.guard() == Mode.ALL && !isPublic(route)
        ? RouteRequirements.ANY_KEY
        : Requirement.OPEN;
  }

  private RouteProtection of(UriRouteInfo<?, ?> route) {
    Requirement requirement = requirementOf(route);
    boolean purpose = isAnnotated(route) || isPublic(route);
    Kind kind = requirement.guarded() ? Kind.GUARDED : purpose ? Kind.OPEN_ON_PURPOSE : Kind.OPEN;
    return new RouteProtection(
        route.getHttpMethodName(), template(route), kind, requirement.scopes());
  }

  private boolean isPublic(RouteInfo<?> route) {
    return route.getAnnotationMetadata().hasAnnotation(PermitAll.class)
        || (route instanceof UriRouteInfo<?, ?> uri
            && configuration.publicRoutes().contains(template(uri)));
  }

  private static boolean isAnnotated(RouteInfo<?> route) {
    return route.getAnnotationMetadata().hasStereotype(GuardedRoute.class);
  }

  private static String template(UriRouteInfo<?, ?> route) {
    return route.getUriMatchTemplate().toString();
  }
}
