package io.keystile.app.console.refusals;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;

/**
 * Says that there is no such receipt. The id is not repeated: it may be a key by mistake.
 *
 * @param kept how many are kept, and how long
 */
public record NoRefusalPage(Kept kept) implements Page {

  @Override
  public String template() {
    return "refusals/none.jte";
  }

  @Override
  public String title() {
    return "No such receipt";
  }

  @Override
  public Section section() {
    return Section.REFUSALS;
  }
}
