package io.keystile.auth.receipt;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.policy.CheckOutcome;
import io.keystile.auth.policy.Judged;
import io.keystile.auth.policy.Policy;
import io.keystile.auth.policy.Told;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out what each check said about a refused call, after the caller was answered. */
@Singleton
final class Explanations {

  private static final String LIMITS = "limits";
  private static final Set<String> LIMITED =
      Set.of(Reason.RATE_LIMIT_EXCEEDED.code(), Reason.INSUFFICIENT_QUOTA.code());

  private final Policy policy;

  Explanations(Policy policy) {
    this.policy = policy;
  }

  Receipt explain(RefusedCall call) {
    Verdict.Rejected verdict = call.verdict();
    return new Receipt(
        call.id(),
        Instant.ofEpochMilli(call.at()),
        verdict.reason().code(),
        verdict.reason().status(),
        verdict.message(),
        verdict.keyId(),
        call.method(),
        call.route(),
        Objects.toString(call.address(), null),
        Objects.equals(call.peer(), call.address()) ? null : Objects.toString(call.peer(), null),
        call.requestId(),
        checks(verdict));
  }

  private List<CheckOutcome> checks(Verdict.Rejected verdict) {
    if (verdict.evidence() instanceof Told told) {
      return told.checks();
    }
    if (verdict.evidence() instanceof Judged judged) {
      List<CheckOutcome> checks = new ArrayList<>();
      checks.add(new CheckOutcome("known", true, null, "secret " + judged.key().generation()));
      checks.addAll(policy.explain(judged.key(), judged.call()));
      if (verdict.limits() != null) {
        checks.add(limits(verdict));
      }
      return checks;
    }
    return List.of(
        new CheckOutcome(nameOf(verdict.reason()), false, verdict.message(), compared(verdict)));
  }

  private static CheckOutcome limits(Verdict.Rejected verdict) {
    return new CheckOutcome(LIMITS, false, verdict.message(), compared(verdict));
  }

  private static String nameOf(Reason reason) {
    if (LIMITED.contains(reason.code())) {
      return LIMITS;
    }
    return reason.code().equals(Reason.TOO_MANY_FAILED_ATTEMPTS.code()) ? "guessing" : "request";
  }

  private static @Nullable String compared(Verdict.Rejected verdict) {
    List<String> parts = new ArrayList<>();
    if (!verdict.missingScopes().isEmpty()) {
      parts.add("missing " + verdict.missingScopes());
    }
    if (verdict.limits() != null) {
      parts.add(verdict.limits().text());
    }
    if (verdict.retryAfter() != null) {
      parts.add("passes again after " + verdict.retryAfter().toMillis() + " ms");
    }
    return parts.isEmpty() ? null : String.join("; ", parts);
  }
}
