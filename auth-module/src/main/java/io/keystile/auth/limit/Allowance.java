package io.keystile.auth.limit;

import io.keystile.auth.LimitState;
import java.util.List;

/**
 * Whether a call fits into a set of limits.
 *
 * @param waitMillis 0 when it does, else how long until it would; {@link #NEVER} when it costs more
 *     than a limit ever holds
 * @param left what remains of each limit
 */
record Allowance(long waitMillis, List<LimitState.Left> left) {

  static final long NEVER = Long.MAX_VALUE;

  static final Allowance FREE = new Allowance(0, List.of());

  boolean granted() {
    return waitMillis == 0;
  }

  static long ceilSeconds(long millis) {
    return millis == NEVER ? NEVER : Math.floorDiv(millis + 999, 1000);
  }
}
