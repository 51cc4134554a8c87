package io.keystile.auth.usage;

import java.time.Instant;
import java.util.Map;

/**
 * What became of the calls of one hour.
 *
 * @param start when it begins
 * @param calls what became of them
 * @since 0.1
 */
public record UsageHour(Instant start, UsageCalls calls) {

  /** How many were accepted. */
  public long accepted() {
    return calls.accepted();
  }

  /** How many were refused, by the code of the reason. */
  public Map<String, Long> refused() {
    return calls.refused();
  }
}
