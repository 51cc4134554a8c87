package io.keystile.app.console.accounts;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;

/**
 * The form for another account.
 *
 * @param name what was typed as the name
 * @param description what was typed as the description
 * @param scopes what was typed as the scopes
 * @param faults what is wrong
 */
public record NewAccountPage(String name, String description, String scopes, Faults faults)
    implements Page {

  @Override
  public String template() {
    return "accounts/new.jte";
  }

  @Override
  public String title() {
    return "New account";
  }

  @Override
  public Section section() {
    return Section.ACCOUNTS;
  }
}
