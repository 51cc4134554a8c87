package io.keystile.app.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.audit.AuditProblem;
import io.keystile.auth.audit.AuditReport;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What verifying found, as JSON shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportJson(boolean intact, long rows, List<ProblemJson> problems, long further) {

  /** One thing that is wrong. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ProblemJson(@Nullable Long row, String kind, String message) {

    static ProblemJson of(AuditProblem problem) {
      return new ProblemJson(problem.row(), problem.kind().text(), problem.message());
    }
  }

  static ReportJson of(AuditReport report) {
    return new ReportJson(
        report.isIntact(),
        report.rows(),
        report.problems().stream().map(ProblemJson::of).toList(),
        report.further());
  }
}
