package io.keystile.app.console.refusals;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;

/**
 * Why one call was refused.
 *
 * @param refusal the call
 */
public record RefusalPage(Refusal refusal) implements Page {

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
