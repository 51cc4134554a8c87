package io.keystile.auth.web;

import io.keystile.auth.guard.Requirement;
import io.micronaut.context.annotation.Requires;
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
 * Guards what carries no annotation, where the application asks for it: every other route, and
 * every path that is no route, such as a static file.
 */
@Requires(property = "keystile.guard", pattern = GuardConfiguration.ALL_PATTERN)
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class GuardAllFilter implements Ordered {

  private final RouteProtections protections;
  private final RequestGuard guard;

  GuardAllFilter(RouteProtections protections, RequestGuard guard) {
    this.protections = protections;
    this.guard = guard;
  }

  /** Before any filter that wants to know who calls, such as Micronaut Security's. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order() - 2;
  }

  /** See {@link ApiKeyFilter#filter}. */
  @RequestFilter
  @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> filter(HttpRequest<?> request) {
    RouteInfo<?> route = RouteAttributes.getRouteInfo(request).orElse(null);
    Requirement requirement =
        route == null ? RouteRequirements.ANY_KEY : protections.requirementOf(route);
    return guard.check(request, requirement);
  }
}
