package io.keystile.bench.result;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The suites that were run on one JDK.
 *
 * @param machine where
 * @param suites the results by suite, in the order they were run
 */
public record RunResult(Machine machine, Map<String, SuiteResult> suites) {

  /** This run, and from an earlier one what was not run again or found nothing this time. */
  RunResult over(@Nullable RunResult earlier) {
    if (earlier == null) {
      return this;
    }
    Map<String, SuiteResult> merged = new LinkedHashMap<>(earlier.suites());
    suites.forEach(
        (name, result) -> {
          if (result.problem() == null || !hasFigures(merged.get(name))) {
            merged.put(name, result);
          }
        });
    return new RunResult(machine, merged);
  }

  private static boolean hasFigures(@Nullable SuiteResult result) {
    return result != null && result.problem() == null;
  }
}
