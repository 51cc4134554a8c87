package io.keystile.app.console.users;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.app.console.people.Role;

/**
 * The form for another user.
 *
 * @param name what was typed as the name
 * @param role what was chosen
 * @param faults what is wrong
 */
public record NewUserPage(String name, Role role, Faults faults) implements Page {

  @Override
  public String template() {
    return "users/new.jte";
  }

  @Override
  public String title() {
    return "Add a user";
  }

  @Override
  public Section section() {
    return Section.USERS;
  }
}
