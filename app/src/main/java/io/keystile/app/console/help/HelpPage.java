package io.keystile.app.console.help;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import java.util.List;

/**
 * Why calls are refused, and what to do.
 *
 * @param refusals every refusal of the library
 */
public record HelpPage(List<RefusalHelp> refusals) implements Page {

  @Override
  public String template() {
    return "help/help.jte";
  }

  @Override
  public String title() {
    return Section.HELP.label();
  }

  @Override
  public Section section() {
    return Section.HELP;
  }
}
