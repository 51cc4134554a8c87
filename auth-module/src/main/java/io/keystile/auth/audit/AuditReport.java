package io.keystile.auth.audit;

import java.util.List;

/**
 * What a look at the whole audit log found.
 *
 * @param rows how many rows were looked at
 * @param problems what is wrong, in the order of the rows, at most {@value #MAX_PROBLEMS}
 * @param further how many more there are
 * @since 0.1
 */
public record AuditReport(long rows, List<AuditProblem> problems, long further) {

  /** So many problems are named. */
  public static final int MAX_PROBLEMS = 100;

  public AuditReport {
    problems = List.copyOf(problems);
  }

  /** Whether the log is as it was written. */
  public boolean isIntact() {
    return problems.isEmpty();
  }
}
