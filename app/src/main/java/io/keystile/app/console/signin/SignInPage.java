package io.keystile.app.console.signin;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;

/**
 * The form for name and password.
 *
 * @param name what was typed as the name
 * @param to where to go then, or empty
 * @param signedOut whether somebody just left
 * @param faults what is wrong
 */
public record SignInPage(String name, String to, boolean signedOut, Faults faults) implements Page {

  @Override
  public String template() {
    return "signin/signin.jte";
  }

  @Override
  public String title() {
    return "Sign in";
  }

  @Override
  public Section section() {
    return Section.NONE;
  }
}
