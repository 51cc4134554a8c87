package io.keystile.auth.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Does for what only {@link GuardAllFilter} guards what {@link LimitHeadersFilter} does. */
@Requires(property = "keystile.guard", pattern = GuardConfiguration.ALL_PATTERN)
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class GuardAllLimitsFilter implements Ordered {

  private final RouteProtections protections;

  GuardAllLimitsFilter(RouteProtections protections) {
    this.protections = protections;
  }

  /** Outside {@link GuardAllFilter}, so that its refusals come by here. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  @ResponseFilter
  void addTo(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (!protections.isAnnotated(request)) {
      LimitHeaders.writeOf(request, response);
    }
  }
}
