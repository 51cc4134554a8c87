package io.keystile.auth.audit;

import io.keystile.auth.audit.AuditProblem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong, and counts what there is no room for. */
final class AuditFindings {

  private final List<AuditProblem> problems = new ArrayList<>();
  private long further;

  void add(long row, Kind kind, String message) {
    add(new AuditProblem(row, kind, message));
  }

  void add(Kind kind, String message) {
    add(new AuditProblem(null, kind, message));
  }

  AuditReport report(long rows) {
    problems.sort(
        Comparator.comparing(AuditProblem::row, Comparator.nullsLast(Comparator.naturalOrder())));
    return new AuditReport(rows, problems, further);
  }

  private void add(AuditProblem problem) {
    if (problems.size() < AuditReport.MAX_PROBLEMS) {
      problems.add(problem);
    } else {
      further++;
    }
  }
}
