package io.keystile.auth.metrics;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Verdict;
import io.keystile.auth.verify.Outcomes;
import io.keystile.auth.verify.VerdictListener;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Notes outcome and key id, never the key, on the span of the request, where there is one. */
@Singleton
@Requires(classes = Span.class)
final class SpanAttributes implements VerdictListener {

  private static final AttributeKey<String> KEY_ID = AttributeKey.stringKey("keystile.key.id");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("keystile.outcome");

  @Override
  public void decided(Verdict verdict) {
    Span span = Span.current();
    if (!span.isRecording()) {
      return;
    }
    if (verdict instanceof Verdict.Rejected rejected) {
      note(span, rejected.reason().code(), rejected.keyId());
    } else if (verdict instanceof Verdict.Accepted accepted) {
      note(span, Outcomes.ACCEPTED, accepted.key().id());
    }
  }

  private static void note(Span span, String outcome, @Nullable ApiKeyId key) {
    span.setAttribute(OUTCOME, outcome);
    if (key != null) {
      span.setAttribute(KEY_ID, key.value());
    }
  }
}
