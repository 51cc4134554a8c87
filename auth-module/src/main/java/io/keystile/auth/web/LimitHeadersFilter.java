package io.keystile.auth.web;

import io.keystile.auth.guard.Requirement;
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
  private final EarlyGuard early;
  private final LimitHeaders headers;
  private final boolean everywhere;

  LimitHeadersFilter(
      RouteRequirements requirements, EarlyGuard early, LimitHeaders headers, BeanContext beans) {
    this.requirements = requirements;
    this.early = early;
    this.headers = headers;
    this.everywhere = beans.containsBean(KeysOnOpenRoutes.class);
  }

  /** Outside {@link ApiKeyFilter}, so that its refusals come by here. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  /** Not for a key that is accepted by now and has no limits. */
  @Override
  public boolean isEnabled(HttpRequest<?> request) {
    Requirement requirement = requirements.of(request);
    return requirement.guarded()
        ? !early.accepts(request, requirement) || LimitAttribute.find(request) != null
        : everywhere;
  }

  @ResponseFilter
  void addTo(HttpRequest<?> request, MutableHttpResponse<?> response) {
    headers.writeOf(request, response);
  }
}
