package io.keystile.app.console.people;

/**
 * Who looks at a page; an argument of controllers. Taken from the session, and looked up again for
 * each request, so that a changed role is in force at once.
 *
 * @param user the name
 * @param role what they may do
 * @param formToken stands in every form of theirs, and nobody else can know it
 */
public record SignedIn(String user, Role role, String formToken) {

  /** Whether they may do what this role may. */
  public boolean may(Role needed) {
    return role.covers(needed);
  }

  /** Whether they may change things. */
  public boolean mayChange() {
    return may(Role.ADMINISTRATOR);
  }
}
