package io.keystile.auth.limit;

import io.keystile.auth.LimitState;
import io.keystile.auth.keys.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of one subject. Its lock makes taking from several limits one step, and keeps an
 * entry that is being dropped from being used. Safe for several threads.
 */
public final class Tracked {

  private List<RateLimit> limits = List.of();
  private RateBucket[] buckets = {};
  private boolean dropped;

  Tracked() {}

  /** The answer, or null when the entry is out of use: then ask its successor. */
  synchronized @Nullable Allowance ask(List<RateLimit> current, int cost, long now, boolean take) {
    if (dropped) {
      return null;
    }
    adopt(current, now);
    long wait = 0;
    for (RateBucket bucket : buckets) {
      bucket.refill(now);
      wait = Math.max(wait, bucket.waitFor(cost, now));
    }
    if (wait == 0 && take) {
      for (RateBucket bucket : buckets) {
        bucket.take(cost);
      }
    }
    return new Allowance(wait, left(now));
  }

  /** Takes the entry out of use when forgetting it loses nothing: every bucket is full again. */
  synchronized boolean dropIfFull(long now) {
    for (RateBucket bucket : buckets) {
      bucket.refill(now);
      if (bucket.used() > 0) {
        return false;
      }
    }
    dropped = true;
    return true;
  }

  private List<LimitState.Left> left(long now) {
    if (buckets.length == 1) {
      return List.of(buckets[0].left(now));
    }
    LimitState.Left[] left = new LimitState.Left[buckets.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = buckets[i].left(now);
    }
    return List.of(left);
  }

  private void adopt(List<RateLimit> current, long now) {
    if (limits != current && !limits.equals(current)) {
      buckets = current.stream().map(limit -> bucketFor(limit, now)).toArray(RateBucket[]::new);
    }
    limits = current;
  }

  private RateBucket bucketFor(RateLimit limit, long now) {
    for (RateBucket bucket : buckets) {
      if (bucket.limit().period().equals(limit.period())) {
        bucket.change(limit, now);
        return bucket;
      }
    }
    RateBucket fresh = new RateBucket(limit, now);
    fresh.setUsed(usedWithin(limit.period(), now));
    return fresh;
  }

  /** What shorter limits know: it was used within the longer period, too. */
  private long usedWithin(Duration period, long now) {
    return Stream.of(buckets)
        .filter(bucket -> bucket.limit().period().compareTo(period) < 0)
        .peek(bucket -> bucket.refill(now))
        .mapToLong(RateBucket::used)
        .max()
        .orElse(0);
  }
}
