package io.keystile.auth;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a call left of the limits that it counts against, for the {@code RateLimit} headers.
 *
 * @param limits rate limits first, then quotas
 * @since 0.1
 */
public record LimitState(List<Left> limits) {

  /** What the names of quotas begin with. */
  public static final String QUOTA = "quota-";

  public LimitState {
    limits = List.copyOf(limits);
  }

  /**
   * One limit.
   *
   * @param name unique among the limits of a key: {@code 1h}, {@code quota-day}
   * @param quota how many requests fit into it
   * @param windowSeconds how long its window is
   * @param remaining how many are left, 0 or more
   * @param resetSeconds how long until it is full again, rounded up; 0 when it is
   */
  public record Left(
      String name, long quota, long windowSeconds, long remaining, long resetSeconds) {

    /** Whether it is a quota, and no rate limit. */
    public boolean isQuota() {
      return name.startsWith(QUOTA);
    }
  }

  /** What is left, in a few words for operators. */
  public String text() {
    return limits.stream()
        .map(left -> left.name() + ": " + left.remaining() + " of " + left.quota() + " left")
        .collect(Collectors.joining(", "));
  }
}
