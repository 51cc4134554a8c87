package io.keystile.auth.limit;

import io.keystile.auth.LimitState;
import io.keystile.auth.keys.Quota;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a call fits into its key's quotas and rate limits.
 *
 * @param rates what the rate limits say
 * @param left what remains of each quota
 * @param shortage what the quotas say, or null when they have enough
 */
record QuotaAnswer(Allowance rates, List<LimitState.Left> left, @Nullable Shortage shortage) {

  /**
   * A quota that has not enough; of several, the one with the longest wait.
   *
   * @param waitMillis how long, or {@link Allowance#NEVER}
   * @param resetsAt when its window ends
   */
  record Shortage(Quota quota, long waitMillis, Instant resetsAt) {}
}
