package io.keystile.app.console.refusals;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.app.console.help.RefusalHelp;
import org.jspecify.annotations.Nullable;

/**
 * Why one call was refused.
 *
 * @param refusal the call
 */
public record RefusalPage(Refusal refusal) implements Page {

  /** What its code means and what mends it; null for the code of an application's own check. */
  public @Nullable RefusalHelp help() {
    return RefusalHelp.find(refusal.receipt().reason()).orElse(null);
  }

  @Override
  public String template() {
    return "refusals/refusal.jte";
  }

  @Override
  public String title() {
    return "Refused: " + refusal.receipt().reason();
  }

  @Override
  public Section section() {
    return Section.REFUSALS;
  }
}
