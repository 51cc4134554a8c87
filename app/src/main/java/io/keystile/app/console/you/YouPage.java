package io.keystile.app.console.you;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.app.console.people.ConsoleUser;
import io.keystile.app.console.people.Session;
import java.util.List;

/**
 * One's own account.
 *
 * @param user who one is
 * @param sessions where one is signed in
 * @param current the session of this browser
 * @param faults what is wrong with the form for the password
 */
public record YouPage(ConsoleUser user, List<Session> sessions, Session current, Faults faults)
    implements Page {

  @Override
  public String template() {
    return "you/you.jte";
  }

  @Override
  public String title() {
    return "Your account";
  }

  @Override
  public Section section() {
    return Section.YOU;
  }
}
