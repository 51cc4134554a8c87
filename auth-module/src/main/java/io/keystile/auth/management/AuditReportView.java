package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.audit.AuditProblem;
import io.keystile.auth.audit.AuditReport;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the whole audit log found.
 *
 * @param intact whether every row is as it was written
 * @param rows how many rows were looked at
 * @param problems what is wrong, in the order of the rows
 * @param further how many more there are
 */
@Serdeable
@Schema(name = "AuditReport")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditReportView(boolean intact, long rows, List<Finding> problems, long further) {

  /**
   * Something that is not as it was written.
   *
   * @param row the number of the row
   * @param kind what is wrong
   * @param message the same in words for people
   */
  @Serdeable
  @Schema(name = "AuditFinding")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Finding(@Nullable Long row, String kind, String message) {

    static Finding of(AuditProblem problem) {
      return new Finding(problem.row(), problem.kind().text(), problem.message());
    }
  }

  /** The report. */
  public static AuditReportView of(AuditReport report) {
    return new AuditReportView(
        report.isIntact(),
        report.rows(),
        report.problems().stream().map(Finding::of).toList(),
        report.further());
  }
}
