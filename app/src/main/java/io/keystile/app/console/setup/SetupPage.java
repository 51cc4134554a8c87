package io.keystile.app.console.setup;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;

/**
 * The form that makes the first administrator.
 *
 * @param name what was typed as the name
 * @param code what was typed as the code
 * @param local whether the client is on the server's machine; nobody else is let in
 * @param open whether there is a code that works
 * @param faults what is wrong
 */
public record SetupPage(String name, String code, boolean local, boolean open, Faults faults)
    implements Page {

  @Override
  public String template() {
    return "setup/setup.jte";
  }

  @Override
  public String title() {
    return "Set up the console";
  }

  @Override
  public Section section() {
    return Section.NONE;
  }

  // The code is a secret.
  @Override
  public String toString() {
    return "SetupPage[" + name + "]";
  }
}
