package io.keystile.auth.keys;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * How often a key may be used. An empty list means that the configured default of that kind
 * applies; {@link #UNLIMITED} means that not even that does.
 *
 * @param rateLimits at most 8, each with a period of its own
 * @param quotas at most 8, each with a period of its own
 * @param unlimited whether no default applies; then both lists are empty
 * @since 0.1
 */
public record KeyLimits(List<RateLimit> rateLimits, List<Quota> quotas, boolean unlimited) {

  /** The most limits, and the most quotas, of one key. */
  public static final int MAX = 8;

  private static final String NO_LIMITS = "unlimited";

  /** No limits of its own: the defaults apply. */
  public static final KeyLimits NONE = new KeyLimits(List.of(), List.of(), false);

  /** No limits at all, whatever the defaults are. */
  public static final KeyLimits UNLIMITED = new KeyLimits(List.of(), List.of(), true);

  /**
   * @throws IllegalArgumentException when there are too many, or two of the same period
   */
  public KeyLimits {
    rateLimits = List.copyOf(rateLimits);
    quotas = List.copyOf(quotas);
    requireDistinct("rate limits", rateLimits, RateLimit::period);
    requireDistinct("quotas", quotas, Quota::period);
    if (unlimited && !(rateLimits.isEmpty() && quotas.isEmpty())) {
      throw new IllegalArgumentException("A key has limits or is unlimited, not both");
    }
  }

  /** These limits and quotas. */
  public KeyLimits(List<RateLimit> rateLimits, List<Quota> quotas) {
    this(rateLimits, quotas, false);
  }

  /**
   * Reads limits and quotas, each as {@link RateLimit#parse} and {@link Quota#parse} do; {@code
   * unlimited} as the only rate limit keeps the defaults away.
   *
   * @throws IllegalArgumentException when one cannot be read, there are too many, or two of the
   *     same period
   */
  public static KeyLimits parse(Collection<String> rateLimits, Collection<String> quotas) {
    if (quotas.isEmpty() && List.copyOf(rateLimits).equals(List.of(NO_LIMITS))) {
      return UNLIMITED;
    }
    return new KeyLimits(
        rateLimits.stream().map(RateLimit::parse).toList(),
        quotas.stream().map(Quota::parse).toList());
  }

  /** The rate limits as {@link #parse} reads them. */
  public List<String> rateTexts() {
    return unlimited ? List.of(NO_LIMITS) : rateLimits.stream().map(RateLimit::toString).toList();
  }

  /** The quotas as {@link #parse} reads them. */
  public List<String> quotaTexts() {
    return quotas.stream().map(Quota::toString).toList();
  }

  private static <T> void requireDistinct(String what, List<T> limits, Function<T, Object> period) {
    if (limits.size() > MAX) {
      throw new IllegalArgumentException("A key has at most " + MAX + " " + what);
    }
    if (limits.stream().map(period).distinct().count() < limits.size()) {
      throw new IllegalArgumentException(
          "Two " + what + " have the same period: " + limits + ". Keep the stricter one.");
    }
  }
}
