package io.keystile.auth.web;

import io.keystile.auth.guard.IdentityMemo;
import io.micronaut.core.annotation.Internal;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Singleton;

/**
 * Tells the routes of management from others, on every request. Filters that belong to some routes
 * only ask such a value in place of being bound to them: one bound filter makes the framework
 * search and sort filters anew for each request, whatever its route. Safe for several threads.
 */
@Internal
@Singleton
public final class ManagementRoutes {

  private final IdentityMemo<RouteInfo<?>, Boolean> known =
      new IdentityMemo<>(
          route -> route.getAnnotationMetadata().hasStereotype(ManagementRoute.class));

  ManagementRoutes() {}

  /** Whether the request's route is one of management. */
  public boolean matches(HttpRequest<?> request) {
    RouteInfo<?> route = RouteAttributes.getRouteInfo(request).orElse(null);
    return route != null && known.get(route);
  }
}
