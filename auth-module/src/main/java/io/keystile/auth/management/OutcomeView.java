package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.policy.CheckOutcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one check said.
 *
 * @param check the check's name
 * @param passed whether it had nothing to object
 * @param detail what it objected
 * @param compared the values that it compared
 */
@Serdeable
@Schema(name = "CheckOutcome")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OutcomeView(
    String check, boolean passed, @Nullable String detail, @Nullable String compared) {

  /** The outcomes, in their order. */
  public static List<OutcomeView> of(List<CheckOutcome> outcomes) {
    return outcomes.stream()
        .map(
            outcome ->
                new OutcomeView(
                    outcome.check(), outcome.passed(), outcome.detail(), outcome.compared()))
        .toList();
  }
}
