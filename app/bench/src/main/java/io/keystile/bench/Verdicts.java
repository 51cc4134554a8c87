package io.keystile.bench;

import io.keystile.bench.result.SuiteResult;
import io.keystile.bench.result.Target;
import io.keystile.bench.result.Targets;
import java.util.Map;

/** Whether all is well. */
final class Verdicts {

  private Verdicts() {}

  /** Whether each suite that was run has figures, and none of them misses its floor. */
  static boolean isGood(Map<String, SuiteResult> suites) {
    return suites.values().stream().allMatch(result -> result.problem() == null)
        && Targets.ALL.stream().noneMatch(target -> isMissed(target, suites));
  }

  private static boolean isMissed(Target target, Map<String, SuiteResult> suites) {
    SuiteResult result = suites.get(target.suite());
    Double value = result == null ? null : result.figures().get(target.name());
    return value != null && target.verdict(value) == Target.Verdict.MISSED;
  }
}
