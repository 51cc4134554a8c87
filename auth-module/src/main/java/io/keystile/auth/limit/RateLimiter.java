package io.keystile.auth.limit;

import io.keystile.auth.ApiKey;
import io.keystile.auth.keys.RateLimit;
import java.util.List;

/**
 * Counts calls against rate limits. The subject is a key id or the text of a client address. The
 * limits are those in force now: when they differ from the last call's, what was used is kept. Safe
 * for several threads, exact under concurrency, and does not block.
 */
interface RateLimiter {

  /**
   * Takes the cost from every limit, or from none when it does not fit into one of them.
   *
   * @param limits at least one
   * @param cost 1 or more
   * @param now milliseconds since the epoch
   */
  Allowance take(String subject, List<RateLimit> limits, int cost, long now);

  /**
   * The same for a key, whose id is its subject.
   *
   * @param place may keep where the key is counted from one call to the next
   */
  default Allowance take(ApiKey key, List<RateLimit> limits, int cost, long now, RatePlace place) {
    return take(key.getName(), limits, cost, now);
  }

  /** The answer that {@link #take} would give; takes nothing. */
  Allowance look(String subject, List<RateLimit> limits, int cost, long now);
}
