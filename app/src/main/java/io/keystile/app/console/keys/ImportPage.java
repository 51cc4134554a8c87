package io.keystile.app.console.keys;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.auth.keys.ImportReport;
import org.jspecify.annotations.Nullable;

/**
 * Brings in keys that were made elsewhere. What was typed as keys never stands in it.
 *
 * @param name what each is called
 * @param scopes what they may do, as it was typed
 * @param allOrNothing whether one refused line keeps every other out
 * @param faults what is wrong
 * @param report what became of the lines, or null before anything was sent
 */
public record ImportPage(
    String name, String scopes, boolean allOrNothing, Faults faults, @Nullable ImportSummary report)
    implements Page {

  /** The same with what became of each line. */
  ImportPage with(ImportReport done) {
    return new ImportPage(name, scopes, allOrNothing, faults, ImportSummary.of(done));
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
