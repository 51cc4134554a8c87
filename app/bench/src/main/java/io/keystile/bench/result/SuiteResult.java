package io.keystile.bench.result;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of one suite.
 *
 * @param date the day, {@code 2026-11-30}
 * @param seconds how long it took
 * @param problem why there are no figures, or null
 * @param figures the figures with a target
 * @param details what explains them
 */
public record SuiteResult(
    String date,
    double seconds,
    @Nullable String problem,
    Map<String, Double> figures,
    Map<String, Double> details) {

  /** One that went through. */
  public static SuiteResult of(String date, double seconds, Findings found) {
    return new SuiteResult(date, seconds, null, found.figures(), found.details());
  }

  /** One that did not. */
  public static SuiteResult failed(String date, double seconds, String problem) {
    return new SuiteResult(date, seconds, problem, Map.of(), Map.of());
  }
}
