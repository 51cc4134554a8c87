package io.keystile.auth.web;

import io.keystile.auth.ApiKey;
import io.keystile.auth.Verdict;
import io.keystile.auth.annotation.GuardedRoute;
import io.keystile.auth.guard.Requirement;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import io.keystile.auth.web.PresentedKeys.Reading;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first lock: runs on guarded routes only, before the body is read and arguments are bound. A
 * cached key is decided here and now, on the event loop; only an unknown one waits for the store.
 */
@GuardedRoute
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ApiKeyFilter implements Ordered {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.accepted");

  private final RouteRequirements requirements;
  private final PresentedKeys keys;
  private final KeyVerifier verifier;
  private final RefusalRenderer renderer;
  private final Clock clock;

  ApiKeyFilter(
      RouteRequirements requirements,
      PresentedKeys keys,
      KeyVerifier verifier,
      RefusalRenderer renderer,
      Clock clock) {
    this.requirements = requirements;
    this.keys = keys;
    this.verifier = verifier;
    this.renderer = renderer;
    this.clock = clock;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order();
  }

  /**
   * Null lets the request go on. An empty Optional in the stage does so too; a null there would
   * not: the framework takes it for a closed connection and answers 503.
   */
  @RequestFilter
  @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> filter(HttpRequest<?> request) {
    RouteInfo<?> route = RouteAttributes.getRouteInfo(request).orElse(null);
    // Without a route there is nothing to enter; and the filters run again for an error answer.
    if (route == null || KeyAttribute.find(request) != null) {
      return null;
    }
    Requirement requirement = requirements.of(route);
    return requirement.guarded() ? check(request, requirement) : null;
  }

  private @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> check(
      HttpRequest<?> request, Requirement requirement) {
    Reading reading = keys.read(request);
    if (reading instanceof Reading.Refused refused) {
      return CompletableFuture.completedFuture(
          Optional.of(renderer.render(request, Verdict.Rejected.of(refused.reason()), false)));
    }
    KeySecret key = ((Reading.Found) reading).key();
    Call call = new Call(clock.millis(), null, requirement.scopes(), requirement.cost());
    Verdict now = verifier.verifyNow(key, call);
    if (now instanceof Verdict.Accepted accepted) {
      accept(request, accepted.key());
      return null;
    }
    return now == null
        ? verifier.verify(key, call).thenApply(verdict -> settle(request, verdict))
        : CompletableFuture.completedFuture(settle(request, now));
  }

  private Optional<MutableHttpResponse<?>> settle(HttpRequest<?> request, Verdict verdict) {
    if (verdict instanceof Verdict.Accepted accepted) {
      accept(request, accepted.key());
      return Optional.empty();
    }
    return Optional.of(renderer.render(request, (Verdict.Rejected) verdict, true));
  }

  private static void accept(HttpRequest<?> request, ApiKey key) {
    KeyAttribute.set(request, key);
    if (LOG.isDebugEnabled()) {
      LOG.debug("Accepted {} for {}", key.id(), request.getMethodName());
    }
  }
}
