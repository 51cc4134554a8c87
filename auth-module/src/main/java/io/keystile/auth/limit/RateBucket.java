package io.keystile.auth.limit;

import io.github.bucket4j.BucketState;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.keystile.auth.LimitState;
import io.keystile.auth.keys.RateLimit;

/**
 * One rate limit of one subject, in Bucket4j's arithmetic. The bare state rather than a bucket,
 * because it is a third of the size and its owner locks anyway. Times are milliseconds since the
 * epoch. For one thread at a time.
 */
final class RateBucket {

  private LimitShape shape;
  private BucketState state;

  RateBucket(RateLimit limit, long now) {
    this.shape = BucketShape.of(limit);
    this.state = BucketShape.full(shape, now);
  }

  RateLimit limit() {
    return shape.limit();
  }

  /** Adds what came in until now; to be called before anything is asked. */
  void refill(long now) {
    RateLimit limit = limit();
    long before = state.getAvailableTokens();
    state.refillAllBandwidth(now * BucketShape.scale(limit));
    if (!limit.burst() && state.getAvailableTokens() > before) {
      // A new window owes nothing to the last, even when that was overdrawn by a lowered limit.
      state.reset();
    }
  }

  /** How many milliseconds until the cost fits: 0 when it does, or {@link Allowance#NEVER}. */
  long waitFor(long cost, long now) {
    RateLimit limit = limit();
    long available = state.getAvailableTokens();
    if (cost > limit.capacity()) {
      return Allowance.NEVER;
    }
    if (cost <= available) {
      return 0;
    }
    long wait =
        limit.burst()
            ? BucketShape.untilRefilled(limit, cost - available, state.getRoundingError(0))
            : untilNextPeriod(now);
    return Math.max(1, BucketShape.ceilDiv(wait, BucketShape.scale(limit)));
  }

  void take(long cost) {
    state.consume(cost);
  }

  /** How many requests are missing from a full bucket. */
  long used() {
    return limit().capacity() - state.getAvailableTokens();
  }

  /** Takes over what is known to have been used elsewhere. */
  void setUsed(long used) {
    RateLimit limit = limit();
    long available = limit.capacity() - used;
    long wanted = limit.burst() ? Math.max(0, available) : available;
    state.consume(state.getAvailableTokens() - wanted);
  }

  /** Puts another limit in place of this one; what was used stays used. */
  void change(RateLimit next, long now) {
    refill(now);
    long used = used();
    LimitShape other = BucketShape.of(next);
    state =
        BucketShape.isAlike(limit(), next)
            ? state.replaceConfiguration(
                other.configuration(),
                TokensInheritanceStrategy.AS_IS,
                now * BucketShape.scale(next))
            : BucketShape.full(other, now);
    shape = other;
    setUsed(used);
  }

  LimitState.Left left(long now) {
    long capacity = limit().capacity();
    return new LimitState.Left(
        shape.name(),
        capacity,
        shape.windowSeconds(),
        Math.max(0, state.getAvailableTokens()),
        Allowance.ceilSeconds(waitFor(capacity, now)));
  }

  private long untilNextPeriod(long now) {
    return state.calculateDelayNanosAfterWillBePossibleToConsume(
        state.getAvailableTokens() + 1, now * BucketShape.scale(limit()), false);
  }
}
