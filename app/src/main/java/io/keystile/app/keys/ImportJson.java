package io.keystile.app.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.keys.ImportReport;
import io.keystile.auth.keys.ImportReport.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of an import as JSON shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImportJson(
    List<LineJson> items, boolean applied, long added, long alreadyThere, long refused) {

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record LineJson(int line, String outcome, @Nullable String id, @Nullable String note) {

    static LineJson of(ImportReport.Line line) {
      return new LineJson(
          line.number(),
          line.outcome().name().toLowerCase(Locale.ROOT),
          line.id() == null ? null : line.id().value(),
          line.note());
    }
  }

  static ImportJson of(ImportReport report) {
    return new ImportJson(
        report.lines().stream().map(LineJson::of).toList(),
        report.applied(),
        report.count(Outcome.ADDED),
        report.count(Outcome.ALREADY_THERE),
        report.count(Outcome.REFUSED));
  }
}
