package io.keystile.auth.limit;

import io.keystile.auth.MovingClock;
import io.keystile.auth.keys.RateLimit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A rate limiter on a clock that a test moves by hand. */
abstract class RateLimiterFixture {

  final MovingClock clock = MovingClock.at("2027-01-31T09:00:00Z");
  final MemoryRateLimiter limiter = new MemoryRateLimiter(1000, 1000, clock);

  Allowance take(String subject, List<RateLimit> limits, int cost) {
    return limiter.take(subject, limits, cost, clock.millis());
  }

  int passing(String subject, List<RateLimit> limits, int calls) {
    return count(limiter, subject, limits, calls);
  }

  int count(MemoryRateLimiter asked, String subject, List<RateLimit> limits, int calls) {
    return (int)
        IntStream.range(0, calls)
            .filter(i -> asked.take(subject, limits, 1, clock.millis()).granted())
            .count();
  }

  static List<RateLimit> limits(String... texts) {
    return Arrays.stream(texts).map(RateLimit::parse).toList();
  }
}
