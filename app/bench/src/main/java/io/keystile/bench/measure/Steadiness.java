package io.keystile.bench.measure;

/**
 * Whether a server has become as fast as it gets: while its code is still being compiled, each
 * piece of a load costs less than the one before.
 */
final class Steadiness {

  private static final double SAME = 0.95;
  private static final int IN_A_ROW = 2;

  private double before = Double.POSITIVE_INFINITY;
  private int steady;

  /** Takes what a request of the next piece cost, and tells whether no more is to be gained. */
  boolean isReachedAt(double cost) {
    steady = cost >= SAME * before ? steady + 1 : 0;
    before = cost;
    return steady >= IN_A_ROW;
  }
}
