package io.keystile.auth.security;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.config.SecurityConfiguration;
import io.micronaut.security.rules.ConfigurationInterceptUrlMapRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Asks the URL rules about requests that differ from one in spelling alone. The router sends {@code
 * /a} and {@code /a/}, GET and HEAD, to the same route; a URL rule may know only one of them.
 */
@Singleton
final class UrlRules {

  private final @Nullable ConfigurationInterceptUrlMapRule rule;

  UrlRules(SecurityConfiguration configuration, @Nullable ConfigurationInterceptUrlMapRule rule) {
    this.rule = configuration.getInterceptUrlMap().isEmpty() ? null : rule;
  }

  /** Rejected when a rule rejects one of them, else allowed. */
  Publisher<SecurityRuleResult> checkTwins(
      HttpRequest<?> request, @Nullable Authentication authentication) {
    ConfigurationInterceptUrlMapRule rules = rule;
    return rules == null
        ? Flux.just(SecurityRuleResult.ALLOWED)
        : Flux.fromIterable(twins(request))
            .concatMap(twin -> rules.check(twin, authentication))
            .any(SecurityRuleResult.REJECTED::equals)
            .map(rejected -> rejected ? SecurityRuleResult.REJECTED : SecurityRuleResult.ALLOWED);
  }

  private static List<HttpRequest<?>> twins(HttpRequest<?> request) {
    HttpRequest<?> slash = TwinRequest.withOtherSlash(request);
    return request.getMethod() == HttpMethod.HEAD
        ? List.of(slash, TwinRequest.asGet(request), TwinRequest.asGet(slash))
        : List.of(slash);
  }
}
