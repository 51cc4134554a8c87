package io.keystile.app.console.keys;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.auth.keys.ImportReport;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings in keys that were made elsewhere. What was typed as keys never stands in it.
 *
 * @param name what each is called
 * @param scopes what they may do, as it was typed
 * @param allOrNothing whether one refused line keeps every other out
 * @param faults what is wrong
 * @param report what became of each line, or null before anything was sent
 */
public record ImportPage(
    String name, String scopes, boolean allOrNothing, Faults faults, @Nullable ImportReport report)
    implements Page {

  /** So many lines are shown, those that need a look first. */
  private static final int SHOWN = 200;

  /** The lines that are shown. */
  public List<ImportReport.Line> shown() {
    return report == null
        ? List.of()
        : report.lines().stream()
            .sorted(Comparator.comparing(line -> line.outcome() != ImportReport.Outcome.REFUSED))
            .limit(SHOWN)
            .toList();
  }

  /** How many are not. */
  public int hidden() {
    return report == null ? 0 : Math.max(0, report.lines().size() - SHOWN);
  }

  /** The report in words. */
  public String summary() {
    if (report == null) {
      return "";
    }
    if (!report.applied()) {
      return "Nothing was imported: one refused line keeps every other out.";
    }
    return report.count(ImportReport.Outcome.ADDED)
        + " added, "
        + report.count(ImportReport.Outcome.ALREADY_THERE)
        + " already there, "
        + report.count(ImportReport.Outcome.REFUSED)
        + " refused.";
  }

  @Override
  public String template() {
    return "keys/import.jte";
  }

  @Override
  public String title() {
    return "Import keys";
  }

  @Override
  public Section section() {
    return Section.KEYS;
  }
}
