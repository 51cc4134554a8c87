package io.keystile.auth;

import java.util.List;

/**
 * What a call left of the limits that it counts against, for the {@code RateLimit} headers.
 *
 * @param limits rate limits first, then quotas
 * @since 0.1
 */
public record LimitState(List<Left> limits) {

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
      String name, long quota, long windowSeconds, long remaining, long resetSeconds) {}
}
