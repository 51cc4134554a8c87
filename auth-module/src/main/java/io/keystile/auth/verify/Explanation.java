package io.keystile.auth.verify;

import io.keystile.auth.ApiKey;
import io.keystile.auth.Verdict;
import io.keystile.auth.policy.CheckOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would happen to a key, check by check.
 *
 * @param key whose key it is, or null when it is not known
 * @param verdict what a caller would be told
 * @param checks what each check says, also those behind the first that objects
 * @since 0.1
 */
public record Explanation(@Nullable ApiKey key, Verdict verdict, List<CheckOutcome> checks) {

  public Explanation {
    checks = List.copyOf(checks);
  }
}
