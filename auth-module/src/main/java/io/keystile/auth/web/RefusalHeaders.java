package io.keystile.auth.web;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.settings.Live;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The headers of a refusal (RFC 6750, section 3; RFC 9110, section 10.2.3). */
@Singleton
final class RefusalHeaders {

  static final String REQUEST_ID = "X-Request-Id";
  static final String RECEIPT_ID = "X-Keystile-Receipt";

  private final Live<Challenge> challenge;

  RefusalHeaders(Live<ErrorsConfiguration> configuration) {
    this.challenge = configuration.map(now -> Challenge.of(now.realm()));
  }

  void write(Refusal refusal, MutableHttpResponse<?> response) {
    Verdict.Rejected verdict = refusal.verdict();
    response.header(REQUEST_ID, refusal.requestId());
    response.header(RECEIPT_ID, refusal.receiptId());
    response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (verdict.reason().status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, unauthorized(refusal));
    } else if (verdict.reason().code().equals(Reason.INSUFFICIENT_SCOPE.code())) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, insufficientScope(verdict));
    }
    if (verdict.retryAfter() != null) {
      response.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(verdict.retryAfter())));
    }
  }

  /** Whole seconds, rounded up: after waiting that long the time is really over. */
  static long seconds(Duration duration) {
    return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
  }

  private String unauthorized(Refusal refusal) {
    Challenge now = challenge.get();
    return refusal.presented() ? now.invalidToken : now.plain;
  }

  private String insufficientScope(Verdict.Rejected verdict) {
    String refusal = challenge.get().plain + ", error=\"insufficient_scope\"";
    return verdict.missingScopes().isEmpty()
        ? refusal
        : refusal + ", scope=\"" + String.join(" ", verdict.missingScopes()) + "\"";
  }

  /** What asks for a key, and the same for a key that is no good. */
  private record Challenge(String plain, String invalidToken) {

    static Challenge of(String realm) {
      String plain = "Bearer realm=\"" + realm + "\"";
      return new Challenge(plain, plain + ", error=\"invalid_token\"");
    }
  }
}
