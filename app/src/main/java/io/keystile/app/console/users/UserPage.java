package io.keystile.app.console.users;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.app.console.people.ConsoleUser;

/**
 * One user, and what can be done to them.
 *
 * @param user who
 * @param self whether it is who looks: nobody takes their own role or account away by mistake
 * @param faults what is wrong
 */
public record UserPage(ConsoleUser user, boolean self, Faults faults) implements Page {

  @Override
  public String template() {
    return "users/user.jte";
  }

  @Override
  public String title() {
    return user.name();
  }

  @Override
  public Section section() {
    return Section.USERS;
  }
}
