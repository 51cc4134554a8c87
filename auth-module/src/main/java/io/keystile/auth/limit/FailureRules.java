package io.keystile.auth.limit;

/**
 * When failures become a block, and for how long. All times are milliseconds.
 *
 * @param maxFailures how many failures within the window block
 * @param window how long a failure counts, and how long a quiet address is remembered
 * @param initialBlock the length of the first block
 * @param multiplier how much longer each further block is
 * @param maxBlock the length no block exceeds
 */
record FailureRules(
    int maxFailures, long window, long initialBlock, double multiplier, long maxBlock) {

  static FailureRules of(BruteForceConfiguration configuration) {
    return new FailureRules(
        configuration.maxFailures(),
        configuration.window().toMillis(),
        configuration.initialBlock().toMillis(),
        configuration.multiplier(),
        configuration.maxBlock().toMillis());
  }

  /** The length of the n-th block in a row, counted from 1. */
  long blockLength(int nth) {
    double length = (double) initialBlock * Math.pow(multiplier, nth - 1);
    return length >= (double) maxBlock ? maxBlock : (long) length;
  }

  /** How many instants have to be kept: the failure that completes the number is not kept. */
  int keptInstants() {
    return Math.max(1, maxFailures - 1);
  }
}
