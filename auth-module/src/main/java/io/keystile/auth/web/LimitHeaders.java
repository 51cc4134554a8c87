package io.keystile.auth.web;

import io.keystile.auth.LimitState;
import io.keystile.auth.LimitState.Left;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/** {@code RateLimit} and {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10). */
final class LimitHeaders {

  static final String POLICY = "RateLimit-Policy";
  static final String STATE = "RateLimit";

  private LimitHeaders() {}

  /** Writes what stands in {@link LimitAttribute}, if anything does. */
  static void writeOf(HttpRequest<?> request, MutableHttpResponse<?> response) {
    LimitState limits = LimitAttribute.find(request);
    if (limits != null) {
      write(limits, response);
    }
  }

  private static void write(LimitState state, MutableHttpResponse<?> response) {
    if (state.limits().isEmpty()) {
      return;
    }
    StringBuilder policies = new StringBuilder(64);
    StringBuilder rests = new StringBuilder(64);
    for (Left left : state.limits()) {
      name(policies, left).append(";q=").append(left.quota());
      policies.append(";w=").append(left.windowSeconds());
      name(rests, left).append(";r=").append(left.remaining());
      rests.append(";t=").append(left.resetSeconds());
    }
    response.getHeaders().set(POLICY, policies.toString()).set(STATE, rests.toString());
  }

  private static StringBuilder name(StringBuilder list, Left left) {
    return list.append(list.length() == 0 ? "" : ", ").append('"').append(left.name()).append('"');
  }
}
