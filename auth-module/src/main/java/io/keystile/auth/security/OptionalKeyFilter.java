package io.keystile.auth.security;

import io.keystile.auth.web.KeysOnOpenRoutes;
import io.keystile.auth.web.OptionalKeys;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.filters.SecurityFilter;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Stands right before Micronaut Security's filter: has a key checked where the route asks for none,
 * and puts rejections that have to do with a key into our words. All others pass untouched.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class OptionalKeyFilter implements KeysOnOpenRoutes, Ordered {

  private final OptionalKeys keys;

  OptionalKeyFilter(OptionalKeys keys) {
    this.keys = keys;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order() - 1;
  }

  @RequestFilter
  @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> check(HttpRequest<?> request) {
    return keys.check(request);
  }

  @ResponseFilter
  @Nullable MutableHttpResponse<?> explain(
      HttpRequest<?> request, MutableHttpResponse<?> response) {
    HttpStatus rejection =
        request.getAttribute(SecurityFilter.REJECTION, HttpStatus.class).orElse(null);
    if (rejection == null) {
      return null;
    }
    return rejection == HttpStatus.FORBIDDEN
        ? keys.explainForbidden(request, AskedRoles.of(request))
        : keys.explainStranger(request);
  }
}
