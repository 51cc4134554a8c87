package io.keystile.auth.web;

import io.keystile.auth.LimitState;
import io.keystile.auth.LimitState.Left;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code RateLimit} and {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10). Safe
 * for several threads.
 */
@Singleton
final class LimitHeaders {

  static final String POLICY = "RateLimit-Policy";
  static final String STATE = "RateLimit";

  private static final int PLACES = 64;

  private final HeaderWriter headers;
  private final CharSequence policyName;
  private final CharSequence stateName;
  // Few policies are on most answers; where two share a place, the last one has it.
  private final @Nullable LimitTexts[] known = new @Nullable LimitTexts[PLACES];

  LimitHeaders(HeaderWriter headers) {
    this.headers = headers;
    this.policyName = headers.text(POLICY);
    this.stateName = headers.text(STATE);
  }

  /** Writes what stands in {@link LimitAttribute}, if anything does. */
  void writeOf(HttpRequest<?> request, MutableHttpResponse<?> response) {
    LimitState limits = LimitAttribute.find(request);
    if (limits != null && !limits.limits().isEmpty()) {
      write(limits.limits(), response.getHeaders());
    }
  }

  private void write(List<Left> limits, MutableHttpHeaders response) {
    LimitTexts texts = textsOf(limits);
    headers.set(response, policyName, texts.policy());
    headers.set(response, stateName, headers.text(texts.state(limits)));
  }

  private LimitTexts textsOf(List<Left> limits) {
    int place = LimitTexts.hash(limits) & (PLACES - 1);
    LimitTexts there = known[place];
    if (there != null && there.isOf(limits)) {
      return there;
    }
    LimitTexts texts = new LimitTexts(limits, headers);
    known[place] = texts;
    return texts;
  }
}
