package io.keystile.auth.web;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.settings.Live;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The headers of a refusal (RFC 6750, section 3; RFC 9110, section 10.2.3). */
@Singleton
final class RefusalHeaders {

  static final String REQUEST_ID = "X-Request-Id";
  static final String RECEIPT_ID = "X-Keystile-Receipt";

  private final Live<Challenge> challenge;
  private final HeaderWriter headers;
  private final CharSequence authenticate;
  private final CharSequence requestId;
  private final CharSequence receiptId;
  private final CharSequence cacheControl;
  private final CharSequence noStore;

  RefusalHeaders(Live<ErrorsConfiguration> configuration, HeaderWriter headers) {
    this.headers = headers;
    this.challenge = configuration.map(now -> challenge(now.realm()));
    this.authenticate = headers.text(HttpHeaders.WWW_AUTHENTICATE);
    this.requestId = headers.text(REQUEST_ID);
    this.receiptId = headers.text(RECEIPT_ID);
    this.cacheControl = headers.text(HttpHeaders.CACHE_CONTROL);
    this.noStore = headers.text("no-store");
  }

  void write(Refusal refusal, MutableHttpResponse<?> response) {
    Verdict.Rejected verdict = refusal.verdict();
    MutableHttpHeaders all = response.getHeaders();
    headers.set(all, requestId, refusal.requestId());
    headers.set(all, receiptId, refusal.receiptId());
    headers.set(all, cacheControl, noStore);
    if (verdict.reason().status() == 401) {
      headers.set(all, authenticate, unauthorized(refusal));
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

  private CharSequence unauthorized(Refusal refusal) {
    Challenge now = challenge.get();
    return refusal.presented() ? now.invalidToken : now.missingToken;
  }

  private String insufficientScope(Verdict.Rejected verdict) {
    String refusal = challenge.get().plain + ", error=\"insufficient_scope\"";
    return verdict.missingScopes().isEmpty()
        ? refusal
        : refusal + ", scope=\"" + String.join(" ", verdict.missingScopes()) + "\"";
  }

  private Challenge challenge(String realm) {
    String plain = "Bearer realm=\"" + realm + "\"";
    return new Challenge(
        plain, headers.text(plain), headers.text(plain + ", error=\"invalid_token\""));
  }

  /** What asks for a key, ready to be written, and the same for a key that is no good. */
  private record Challenge(String plain, CharSequence missingToken, CharSequence invalidToken) {}
}
