package io.keystile.auth.web;

import io.keystile.auth.guard.Requirement;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The first lock: stands before every route and lets open ones pass, before the body is read and
 * arguments are bound. What a request needs is asked of the route that the router matched; a path
 * could be spelled so that a pattern misses it. A filter that the framework binds to guarded routes
 * only would make it search and sort filters anew for each request, open ones too, which costs more
 * than asking; one that says of each request whether it wants it costs an open route next to
 * nothing.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ApiKeyFilter implements ConditionalFilter, Ordered {

  private final RouteRequirements requirements;
  private final EarlyGuard early;
  private final RequestGuard guard;

  ApiKeyFilter(RouteRequirements requirements, EarlyGuard early, RequestGuard guard) {
    this.requirements = requirements;
    this.early = early;
    this.guard = guard;
  }

  /** Before any filter that wants to know who calls, such as Micronaut Security's. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order() - 2;
  }

  /** Most requests need it no more: see {@link EarlyGuard}. */
  @Override
  public boolean isEnabled(HttpRequest<?> request) {
    Requirement requirement = requirements.of(request);
    return requirement.guarded() && !early.accepts(request, requirement);
  }

  /** See {@link RequestGuard#check}. */
  @RequestFilter
  @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> filter(HttpRequest<?> request) {
    return guard.check(request, requirements.of(request));
  }
}
