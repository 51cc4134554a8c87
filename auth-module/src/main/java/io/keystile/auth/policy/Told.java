package io.keystile.auth.policy;

import io.keystile.auth.Verdict;
import java.util.List;

/**
 * A refusal for which everything is said already.
 *
 * @param checks what each check said
 * @since 0.1
 */
public record Told(List<CheckOutcome> checks) implements Verdict.Evidence {

  public Told {
    checks = List.copyOf(checks);
  }
}
