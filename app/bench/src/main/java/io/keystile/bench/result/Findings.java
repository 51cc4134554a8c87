package io.keystile.bench.result;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a suite found: figures that have a target, and details that explain them. Not for several
 * threads.
 */
public final class Findings {

  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final Map<String, Double> details = new LinkedHashMap<>();

  /** Adds a figure that has a target. */
  public Findings figure(String name, double value) {
    figures.put(name, value);
    return this;
  }

  /** Adds a figure that explains others; its name ends with its unit. */
  public Findings detail(String name, double value) {
    details.put(name, value);
    return this;
  }

  /** The figures by name, in the order they came. */
  public Map<String, Double> figures() {
    return figures;
  }

  /** The details by name, in the order they came. */
  public Map<String, Double> details() {
    return details;
  }
}
