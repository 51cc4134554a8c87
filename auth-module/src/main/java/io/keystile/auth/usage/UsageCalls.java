package io.keystile.auth.usage;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many calls were accepted and refused.
 *
 * @param accepted how many were accepted
 * @param refused how many were refused, by the code of the reason, in its order; {@code other}
 *     stands for all codes beyond those that are told apart
 * @param bySecret the accepted ones by the secret: a key's first secret is 1, and each rotation
 *     makes the next
 * @since 0.1
 */
public record UsageCalls(long accepted, Map<String, Long> refused, Map<Integer, Long> bySecret) {

  /** No calls at all. */
  public static final UsageCalls NONE = new UsageCalls(0, Map.of(), Map.of());

  public UsageCalls {
    refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    bySecret = Collections.unmodifiableMap(new TreeMap<>(bySecret));
  }

  /** How many were refused, whatever the reason. */
  public long refusedInAll() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }

  static UsageCalls of(Collection<UsageRow> rows) {
    long accepted = 0;
    Map<String, Long> refused = new TreeMap<>();
    Map<Integer, Long> bySecret = new TreeMap<>();
    for (UsageRow row : rows) {
      if (!row.accepted()) {
        refused.merge(row.reason(), row.requests(), Long::sum);
      } else {
        accepted += row.requests();
        if (row.ofKey()) {
          bySecret.merge(row.generation(), row.requests(), Long::sum);
        }
      }
    }
    return new UsageCalls(accepted, refused, bySecret);
  }
}
