package io.keystile.app.console.keys;

import io.keystile.auth.keys.ImportReport;
import io.keystile.auth.keys.ImportReport.Line;
import io.keystile.auth.keys.ImportReport.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What became of an import, as far as a page shows it.
 *
 * @param applied whether anything was written
 * @param added how many keys are new
 * @param there how many were there before
 * @param refused how many lines cannot be keys
 * @param shown some lines, those that need a look first
 * @param hidden how many lines are not shown
 */
public record ImportSummary(
    boolean applied, long added, long there, long refused, List<Line> shown, int hidden) {

  private static final int SHOWN = 200;

  public ImportSummary {
    shown = List.copyOf(shown);
  }

  static ImportSummary of(ImportReport report) {
    return new ImportSummary(
        report.applied(),
        report.count(Outcome.ADDED),
        report.count(Outcome.ALREADY_THERE),
        report.count(Outcome.REFUSED),
        report.lines().stream()
            .sorted(Comparator.comparing(line -> line.outcome() != Outcome.REFUSED))
            .limit(SHOWN)
            .toList(),
        Math.max(0, report.lines().size() - SHOWN));
  }

  /** The same in words. */
  public String text() {
    return applied
        ? String.format(
            Locale.ROOT, "%,d added, %,d already there, %,d refused.", added, there, refused)
        : "Nothing was imported: one refused line keeps every other out.";
  }
}
