package io.keystile.auth.web;

import io.keystile.auth.annotation.GuardedRoute;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The first lock: runs on guarded routes only, before the body is read and arguments are bound. It
 * is bound by the route's own metadata; a path pattern could be slipped past.
 */
@GuardedRoute
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ApiKeyFilter implements Ordered {

  private final RouteRequirements requirements;
  private final RequestGuard guard;

  ApiKeyFilter(RouteRequirements requirements, RequestGuard guard) {
    this.requirements = requirements;
    this.guard = guard;
  }

  /** Before any filter that wants to know who calls, such as Micronaut Security's. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order() - 2;
  }

  /** See {@link RequestGuard#check}. Without a route there is nothing to enter. */
  @RequestFilter
  @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> filter(HttpRequest<?> request) {
    RouteInfo<?> route = RouteAttributes.getRouteInfo(request).orElse(null);
    return route == null ? null : guard.check(request, requirements.of(route));
  }
}
