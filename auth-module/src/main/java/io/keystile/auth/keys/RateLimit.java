package io.keystile.auth.keys;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests fit into how long. Written {@code 100/1h}: at most 100 in each hour, the first
 * of which begins with the first use. Written {@code 100/1h burst}: a token bucket that holds 100
 * and is refilled evenly, 100 in an hour; {@code 100/1h burst 20} holds 20.
 *
 * @param amount requests in a period, 1 to 1,000,000,000
 * @param period how long, 1 second to 366 days, in whole seconds
 * @param burst whether it is a token bucket
 * @param capacity the most requests at one moment; without {@code burst} the same as the amount
 * @since 0.1
 */
public record RateLimit(long amount, Duration period, boolean burst, long capacity) {

  private static final Pattern TEXT =
      Pattern.compile("([0-9]{1,10})/(" + Spans.GRAMMAR + ")( burst( ([0-9]{1,10}))?)?");

  /**
   * @throws IllegalArgumentException when a value is out of range; the message names it
   */
  public RateLimit {
    Spans.requireAmount("The amount of a rate limit", amount);
    Spans.requireAmount("The burst of a rate limit", capacity);
    Spans.requireRange(period);
    if (!burst && capacity != amount) {
      throw new IllegalArgumentException("Without burst the capacity is the amount");
    }
  }

  /** At most so many in each period. */
  public static RateLimit of(long amount, Duration period) {
    return new RateLimit(amount, period, false, amount);
  }

  /** A token bucket with this capacity that gets the amount in each period, evenly. */
  public static RateLimit bursting(long amount, Duration period, long capacity) {
    return new RateLimit(amount, period, true, capacity);
  }

  /**
   * Reads {@code 100/1h}, {@code 100/1h burst} or {@code 100/1h burst 20}; the units are {@code s},
   * {@code m}, {@code h} and {@code d}.
   *
   * @throws IllegalArgumentException when it is none of these, or a number is out of range
   */
  public static RateLimit parse(String text) {
    Matcher limit = TEXT.matcher(text.strip());
    if (!limit.matches()) {
      throw new IllegalArgumentException(
          "A rate limit is an amount and a period in s, m, h or d, as in 100/1h, 100/1h burst or"
              + " 100/1h burst 20: "
              + text);
    }
    long amount = Long.parseLong(limit.group(1));
    Duration period = Spans.parse(limit.group(2));
    if (limit.group(3) == null) {
      return of(amount, period);
    }
    return bursting(
        amount, period, limit.group(5) == null ? amount : Long.parseLong(limit.group(5)));
  }

  /** The period as it is written, {@code 1h}: its name in the {@code RateLimit} header. */
  public String name() {
    return Spans.format(period);
  }

  /** The one spelling of each limit, which {@link #parse} reads. */
  @Override
  public String toString() {
    String plain = amount + "/" + name();
    if (!burst) {
      return plain;
    }
    return capacity == amount ? plain + " burst" : plain + " burst " + capacity;
  }
}
