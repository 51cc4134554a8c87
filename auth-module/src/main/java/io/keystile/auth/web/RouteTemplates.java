package io.keystile.auth.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;

/** Names routes for operators. */
final class RouteTemplates {

  private RouteTemplates() {}

  /** The route's template: a path may hold what does not belong into a log. */
  static String of(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .map(route -> route instanceof UriRouteInfo<?, ?> uri ? uri.getUriMatchTemplate() : null)
        .map(Object::toString)
        .orElse("-");
  }
}
