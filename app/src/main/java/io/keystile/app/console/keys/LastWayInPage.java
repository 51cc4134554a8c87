package io.keystile.app.console.keys;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.auth.keys.ManagedKey;

/**
 * Asks whether the last key that can manage keys is really to be switched off.
 *
 * @param key the key
 * @param back where to go then
 */
public record LastWayInPage(ManagedKey key, String back) implements Page {

  @Override
  public String template() {
    return "keys/last.jte";
  }

  @Override
  public String title() {
    return "Switch off " + key.name() + "?";
  }

  @Override
  public Section section() {
    return Section.KEYS;
  }
}
