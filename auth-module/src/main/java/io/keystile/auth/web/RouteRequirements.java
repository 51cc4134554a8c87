package io.keystile.auth.web;

import io.keystile.auth.annotation.GuardedRoute;
import io.keystile.auth.guard.IdentityMemo;
import io.keystile.auth.guard.Requirement;
import io.keystile.auth.guard.Requirements;
import io.keystile.auth.web.GuardConfiguration.Mode;
import io.micronaut.http.HttpRequest;
import io.micronaut.inject.MethodExecutionHandle;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What a matched route requires, in the mode that is configured: asked of the router's own match,
 * never of the path, and worked out once a route. Safe for several threads.
 */
@Singleton
final class RouteRequirements {

  private static final Requirement ANY_KEY = new Requirement(true, List.of(), 1);

  /** Where {@link RouteAttributes} keeps the route of a request. */
  private static final String ROUTE = "micronaut.http.route.info";

  private final Requirements requirements;
  private final GuardConfiguration configuration;
  private final Requirement withoutRoute;
  private final IdentityMemo<Object, Requirement> known;

  RouteRequirements(Requirements requirements, GuardConfiguration configuration) {
    this.requirements = requirements;
    this.configuration = configuration;
    this.withoutRoute = configuration.guard() == Mode.ALL ? ANY_KEY : Requirement.OPEN;
    this.known = new IdentityMemo<>(this::resolve);
  }

  /** What the request must satisfy: that of its route, or of a path that is none. */
  Requirement of(HttpRequest<?> request) {
    // The accessor converts, which takes longer than all else here; it has the last word.
    Object route = request.getAttributes().getValue(ROUTE);
    return route == null
        ? RouteAttributes.getRouteInfo(request).map(this::of).orElse(withoutRoute)
        : known.get(route);
  }

  /** What the route requires. */
  Requirement of(RouteInfo<?> route) {
    return known.get(route);
  }

  private Requirement resolve(Object key) {
    RouteInfo<?> route = (RouteInfo<?>) key;
    if (isAnnotated(route)) {
      return written(route);
    }
    return configuration.guard() == Mode.ALL && !isPublic(route) ? ANY_KEY : Requirement.OPEN;
  }

  private Requirement written(RouteInfo<?> route) {
    if (route instanceof MethodBasedRouteInfo<?, ?> methodRoute) {
      MethodExecutionHandle<?, ?> method = methodRoute.getTargetMethod();
      return requirements.of(method.getTarget().getClass(), method.getExecutableMethod());
    }
    return ANY_KEY;
  }

  /** Whether the route carries the annotation. */
  static boolean isAnnotated(RouteInfo<?> route) {
    return route.getAnnotationMetadata().hasStereotype(GuardedRoute.class);
  }

  /** Whether the route stays open where every other one asks for a key. */
  boolean isPublic(RouteInfo<?> route) {
    return route.getAnnotationMetadata().hasAnnotation(PermitAll.class)
        || (route instanceof UriRouteInfo<?, ?> uri
            && configuration.publicRoutes().contains(uri.getUriMatchTemplate().toString()));
  }
}
