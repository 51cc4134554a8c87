package io.keystile.app.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.ApiKey;
import io.keystile.auth.Verdict;
import io.keystile.auth.policy.CheckOutcome;
import io.keystile.auth.verify.Explanation;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would happen to a key as JSON shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record CheckJson(
    boolean accepted,
    @Nullable String id,
    @Nullable String name,
    @Nullable Integer status,
    @Nullable String code,
    @Nullable String message,
    List<OutcomeJson> checks) {

  /** What one check says. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record OutcomeJson(
      String check, boolean passed, @Nullable String detail, @Nullable String compared) {

    static OutcomeJson of(CheckOutcome outcome) {
      return new OutcomeJson(
          outcome.check(), outcome.passed(), outcome.detail(), outcome.compared());
    }
  }

  static CheckJson of(Explanation explanation) {
    ApiKey key = explanation.key();
    Verdict.Rejected refused =
        explanation.verdict() instanceof Verdict.Rejected rejected ? rejected : null;
    return new CheckJson(
        refused == null,
        key == null ? null : key.id().value(),
        key == null ? null : key.name(),
        refused == null ? null : refused.reason().status(),
        refused == null ? null : refused.reason().code(),
        refused == null ? null : refused.message(),
        explanation.checks().stream().map(OutcomeJson::of).toList());
  }
}
