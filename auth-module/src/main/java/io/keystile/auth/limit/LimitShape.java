package io.keystile.auth.limit;

import io.github.bucket4j.BucketConfiguration;
import io.keystile.auth.keys.RateLimit;

/**
 * What buckets of the same limit have alike, made once: a bucket then is smaller, and what every
 * answer says of the limit lies at hand. Immutable.
 *
 * @param limit the limit itself
 * @param name its name in answers
 * @param windowSeconds how long it takes to fill an empty bucket
 * @param configuration the limit as Bucket4j wants it
 */
record LimitShape(
    RateLimit limit, String name, long windowSeconds, BucketConfiguration configuration) {

  static LimitShape of(RateLimit limit, BucketConfiguration configuration) {
    long period = limit.period().toSeconds();
    long window =
        limit.burst() ? BucketShape.ceilDiv(limit.capacity() * period, limit.amount()) : period;
    return new LimitShape(limit, limit.name(), window, configuration);
  }
}
