package io.keystile.auth.management;

import io.keystile.auth.audit.AuditLog;
import io.keystile.auth.guard.Caller;
import io.keystile.auth.guard.Callers;
import io.keystile.auth.web.ManagementRoutes;
import io.keystile.auth.web.RequestIds;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/**
 * Refuses callers without a key whose browser may have been sent here by somebody else's page. A
 * caller by key is left alone: no browser sends a key along by itself.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class OriginFilter implements ConditionalFilter, Ordered {

  private static final String CODE = "foreign_origin";

  private final ManagementRoutes routes;
  private final Callers callers;
  private final Origins origins;
  private final ManagementActors actors;
  private final AuditLog audit;

  OriginFilter(
      ManagementRoutes routes,
      Callers callers,
      Origins origins,
      ManagementActors actors,
      AuditLog audit) {
    this.routes = routes;
    this.callers = callers;
    this.origins = origins;
    this.actors = actors;
    this.audit = audit;
  }

  /** Behind the guard, which decides who the caller is. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @Override
  public boolean isEnabled(HttpRequest<?> request) {
    return routes.matches(request);
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable MutableHttpResponse<?> filter(HttpRequest<?> request) {
    Caller caller = callers.findCaller();
    String objection = caller == null || caller.key() != null ? null : origins.objection(request);
    if (objection == null) {
      return null;
    }
    audit.refuse(actors.of(request), request.getMethodName(), request.getPath(), CODE);
    Problem problem = Problem.of(HttpStatus.FORBIDDEN, CODE, objection);
    return HttpResponse.status(HttpStatus.FORBIDDEN)
        .body(problem)
        .contentType(Problem.MEDIA_TYPE)
        .header(RequestIds.HEADER, RequestIds.of(request))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
