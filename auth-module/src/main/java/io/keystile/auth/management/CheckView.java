package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.ApiKey;
import io.keystile.auth.Verdict;
import io.keystile.auth.verify.Explanation;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would happen to a key.
 *
 * @param accepted whether it would be accepted
 * @param id the key's id
 * @param name the key's name
 * @param status the status of a refusal
 * @param code the code of a refusal
 * @param message what a caller would be told
 * @param checks what each check says, also those behind the first that objects
 */
@Serdeable
@Schema(name = "Check")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CheckView(
    boolean accepted,
    @Nullable String id,
    @Nullable String name,
    @Nullable Integer status,
    @Nullable String code,
    @Nullable String message,
    List<OutcomeView> checks) {

  /** The explanation. */
  public static CheckView of(Explanation explanation) {
    ApiKey key = explanation.key();
    Verdict.Rejected refused =
        explanation.verdict() instanceof Verdict.Rejected rejected ? rejected : null;
    return new CheckView(
        refused == null,
        key == null ? null : key.id().value(),
        key == null ? null : key.name(),
        refused == null ? null : refused.reason().status(),
        refused == null ? null : refused.reason().code(),
        refused == null ? null : refused.message(),
        OutcomeView.of(explanation.checks()));
  }
}
