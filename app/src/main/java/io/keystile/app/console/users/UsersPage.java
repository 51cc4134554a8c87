package io.keystile.app.console.users;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.app.console.people.ConsoleUser;
import java.util.List;

/**
 * Everybody.
 *
 * @param users by name
 * @param you the name of who looks
 */
public record UsersPage(List<ConsoleUser> users, String you) implements Page {

  @Override
  public String template() {
    return "users/list.jte";
  }

  @Override
  public String title() {
    return "Console users";
  }

  @Override
  public Section section() {
    return Section.USERS;
  }
}
