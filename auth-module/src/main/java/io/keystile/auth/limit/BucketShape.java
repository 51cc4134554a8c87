package io.keystile.auth.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.MathType;
import io.keystile.auth.keys.RateLimit;
import java.math.BigInteger;
import java.time.Duration;

/**
 * How a rate limit looks to Bucket4j.
 *
 * <p>A token bucket that gets at most one token a millisecond is reckoned in milliseconds where
 * Bucket4j thinks of nanoseconds: amount times period then fits into a {@code long}, beyond which
 * Bucket4j turns to floating point and loses parts of tokens.
 */
final class BucketShape {

  private static final long NANOS = 1_000_000;
  // Shared, because a configuration is larger than the state of a bucket.
  private static final Cache<RateLimit, LimitShape> SHAPES =
      Caffeine.newBuilder().maximumSize(10_000).build();

  private BucketShape() {}

  /** How many of Bucket4j's units there are in a millisecond. */
  static long scale(RateLimit limit) {
    return limit.burst() && limit.amount() <= limit.period().toMillis() ? 1 : NANOS;
  }

  static LimitShape of(RateLimit limit) {
    return SHAPES.get(limit, key -> LimitShape.of(key, configure(key)));
  }

  static BucketState full(LimitShape shape, long now) {
    return BucketState.createInitialState(
        shape.configuration(), MathType.INTEGER_64_BITS, now * scale(shape.limit()));
  }

  /** Whether the state of a bucket with one limit can serve the other. */
  static boolean isAlike(RateLimit one, RateLimit other) {
    return one.burst() == other.burst() && scale(one) == scale(other);
  }

  /**
   * How many units until a token bucket has got so many tokens more. Bucket4j rounds this down,
   * which can be too short by a moment.
   *
   * @param error what Bucket4j has put aside of the next token
   */
  static long untilRefilled(RateLimit limit, long tokens, long error) {
    long period = period(limit).toNanos();
    if (fits(period, tokens) && fits(period, limit.amount())) {
      return ceilDiv(period * tokens - error, limit.amount());
    }
    // Here floating point may lose up to a token: that is waited for, too.
    long token = period / limit.amount() + 1;
    return BigInteger.valueOf(period)
        .multiply(BigInteger.valueOf(tokens))
        .divide(BigInteger.valueOf(limit.amount()))
        .add(BigInteger.valueOf(token))
        .longValueExact();
  }

  static long ceilDiv(long dividend, long divisor) {
    return Math.floorDiv(dividend + divisor - 1, divisor);
  }

  private static boolean fits(long period, long tokens) {
    return Math.multiplyHigh(period, 4 * tokens) == 0;
  }

  private static BucketConfiguration configure(RateLimit limit) {
    Duration period = period(limit);
    var capacity = Bandwidth.builder().capacity(limit.capacity());
    var refill =
        limit.burst()
            ? capacity.refillGreedy(limit.amount(), period)
            : capacity.refillIntervally(limit.amount(), period);
    return BucketConfiguration.builder().addLimit(refill.build()).build();
  }

  private static Duration period(RateLimit limit) {
    return scale(limit) == 1 ? Duration.ofNanos(limit.period().toMillis()) : limit.period();
  }
}
