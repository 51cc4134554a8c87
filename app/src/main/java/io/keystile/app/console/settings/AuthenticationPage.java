package io.keystile.app.console.settings;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;

/**
 * Asks whether authentication is really to be switched, and says what that means.
 *
 * @param state how it stands
 * @param faults what is wrong
 */
public record AuthenticationPage(AuthenticationState state, Faults faults) implements Page {

  @Override
  public String template() {
    return "settings/authentication.jte";
  }

  @Override
  public String title() {
    return state.on() ? "Switch API authentication off" : "Switch API authentication on";
  }

  @Override
  public Section section() {
    return Section.SETTINGS;
  }
}
