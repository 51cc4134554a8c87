package io.keystile.auth.web;

import io.keystile.auth.LimitState;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Where the limits of a request stand on their way to its answer: only when there are any. */
final class LimitAttribute {

  private static final String NAME = LimitState.class.getName();

  private LimitAttribute() {}

  static void set(HttpRequest<?> request, @Nullable LimitState limits) {
    if (limits != null) {
      request.setAttribute(NAME, limits);
    }
  }

  static @Nullable LimitState find(HttpRequest<?> request) {
    return RequestAttributes.find(request, NAME, LimitState.class);
  }
}
