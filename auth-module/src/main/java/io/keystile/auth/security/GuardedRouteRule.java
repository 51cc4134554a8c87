package io.keystile.auth.security;

import io.keystile.auth.web.KeyAttribute;
import io.keystile.auth.web.RouteProtections;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Lets a request enter a guarded route once its key was accepted there, so that such a route needs
 * no second rule. It is asked last: what any other rule rejects stays rejected.
 */
@Singleton
final class GuardedRouteRule implements SecurityRule<HttpRequest<?>> {

  private final RouteProtections protections;
  private final UrlRules urlRules;

  GuardedRouteRule(RouteProtections protections, UrlRules urlRules) {
    this.protections = protections;
    this.urlRules = urlRules;
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    if (request == null || KeyAttribute.find(request) == null || !protections.isGuarded(request)) {
      return Publishers.just(SecurityRuleResult.UNKNOWN);
    }
    return urlRules.checkTwins(request, authentication);
  }
}
