package io.keystile.bench.measure;

import java.util.Collection;

/** Medians. */
public final class Medians {

  private Medians() {}

  /**
   * The median: of an even number of values the mean of the two in the middle.
   *
   * @throws IllegalArgumentException when there are no values
   */
  public static double of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("There is no median of nothing");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
