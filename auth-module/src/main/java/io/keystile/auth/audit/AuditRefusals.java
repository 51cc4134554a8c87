package io.keystile.auth.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums refused calls of callers who did not say who they are, so that a flood of them does not fill
 * the log. Bounded, whatever is sent. Safe for several threads.
 */
@Singleton
final class AuditRefusals {

  private static final int MAX_REASONS = 50;
  private static final int MAX_ADDRESSES = 10;
  private static final String OTHER = "other";

  private final Clock clock;
  private Sum sum;

  AuditRefusals(Clock clock) {
    this.clock = clock;
    this.sum = new Sum(clock.instant());
  }

  synchronized void add(String reason, @Nullable String address) {
    if (sum.count == 0) {
      sum = new Sum(clock.instant());
    }
    sum.add(reason, 1);
    sum.add(address);
  }

  /** What was summed up to now; the sum begins anew. */
  synchronized Sum take() {
    Sum taken = sum;
    taken.end = clock.instant();
    sum = new Sum(clock.instant());
    return taken;
  }

  /** Adds what could not be written to the present sum. */
  synchronized void putBack(Sum taken) {
    sum.reasons.forEach(taken::add);
    sum.addresses.forEach(taken::add);
    sum = taken;
  }

  /** How many calls were refused, why, and from where: the first addresses only. */
  static final class Sum {

    private final Map<String, Long> reasons = new TreeMap<>();
    private final Set<String> addresses = new LinkedHashSet<>();
    private final Instant start;
    private Instant end;
    private long count;

    Sum(Instant start) {
      this.start = start;
      this.end = start;
    }

    long count() {
      return count;
    }

    Map<String, Object> values() {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("calls", count);
      values.put("from", start);
      values.put("to", end);
      values.put("reasons", reasons);
      values.put("addresses", addresses);
      return values;
    }

    private void add(String reason, long times) {
      boolean known = reasons.containsKey(reason) || reasons.size() < MAX_REASONS;
      reasons.merge(known ? reason : OTHER, times, Long::sum);
      count += times;
    }

    private void add(@Nullable String address) {
      if (address != null && addresses.size() < MAX_ADDRESSES) {
        addresses.add(address);
      }
    }
  }
}
