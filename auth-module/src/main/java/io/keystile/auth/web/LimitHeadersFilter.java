package io.keystile.auth.web;

import io.micronaut.context.BeanContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Tells a caller whose limits were looked at, accepted or refused, what is left of them. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class LimitHeadersFilter implements ConditionalFilter, Ordered {

  private final RouteRequirements requirements;
  private final boolean everywhere;

  LimitHeadersFilter(RouteRequirements requirements, BeanContext beans) {
    this.requirements = requirements;
    this.everywhere = beans.containsBean(KeysOnOpenRoutes.class);
  }

  /** Outside {@link ApiKeyFilter}, so that its refusals come by here. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  @Override
  public boolean isEnabled(HttpRequest<?> request) {
    return everywhere || requirements.of(request).guarded();
  }

  @ResponseFilter
  void addTo(HttpRequest<?> request, MutableHttpResponse<?> response) {
    LimitHeaders.writeOf(request, response);
  }
}
