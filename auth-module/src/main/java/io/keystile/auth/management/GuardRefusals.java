package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.audit.Actor;
import io.keystile.auth.audit.AuditLog;
import io.keystile.auth.web.ManagementRoutes;
import io.keystile.auth.web.Refusal;
import io.keystile.auth.web.RefusalAttribute;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes calls of management that the guard refused. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class GuardRefusals implements ConditionalFilter, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(GuardRefusals.class);

  private final ManagementRoutes routes;
  private final ManagementActors actors;
  private final AuditLog audit;

  GuardRefusals(ManagementRoutes routes, ManagementActors actors, AuditLog audit) {
    this.routes = routes;
    this.actors = actors;
    this.audit = audit;
  }

  /** Outside the guard, so that its refusals come by here. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before();
  }

  @Override
  public boolean isEnabled(HttpRequest<?> request) {
    return routes.matches(request);
  }

  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void note(HttpRequest<?> request) {
    Refusal refusal = RefusalAttribute.find(request);
    if (refusal == null) {
      return;
    }
    try {
      audit.refuse(
          actorOf(request, refusal),
          request.getMethodName(),
          request.getPath(),
          refusal.verdict().reason().code());
    } catch (RuntimeException e) {
      // It is refused all the same.
      LOG.error(
          "A refused call of management cannot be noted (receipt {})", refusal.receiptId(), e);
    }
  }

  private Actor actorOf(HttpRequest<?> request, Refusal refusal) {
    Actor actor = actors.of(request);
    ApiKeyId key = refusal.verdict().keyId();
    return key == null
        ? actor
        : new Actor(Actor.Kind.KEY, key.value(), actor.address(), actor.requestId());
  }
}
