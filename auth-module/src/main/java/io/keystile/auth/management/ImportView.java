package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.keys.ImportReport;
import io.keystile.auth.keys.ImportReport.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of an import.
 *
 * @param items one for each line that was not blank
 * @param applied false when nothing was written, because a line was refused and all or nothing was
 *     asked for
 * @param added how many are now in the store
 * @param alreadyThere how many the store had before
 * @param refused how many cannot be keys
 */
@Serdeable
@Schema(name = "ImportReport")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportView(
    List<Line> items, boolean applied, long added, long alreadyThere, long refused) {

  /**
   * What became of one line.
   *
   * @param line counted from 1
   * @param outcome what became of it
   * @param id the id of a key that was added
   * @param note why it was refused, or a warning
   */
  @Serdeable
  @Schema(name = "ImportLine")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Line(
      int line,
      @Schema(
              type = "string",
              allowableValues = {"added", "already_there", "refused"})
          String outcome,
      @Nullable String id,
      @Nullable String note) {

    static Line of(ImportReport.Line line) {
      return new Line(
          line.number(),
          line.outcome().name().toLowerCase(Locale.ROOT),
          line.id() == null ? null : line.id().value(),
          line.note());
    }
  }

  /** The report. */
  public static ImportView of(ImportReport report) {
    return new ImportView(
        report.lines().stream().map(Line::of).toList(),
        report.applied(),
        report.count(Outcome.ADDED),
        report.count(Outcome.ALREADY_THERE),
        report.count(Outcome.REFUSED));
  }
}
