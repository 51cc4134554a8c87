package io.keystile.app.console.keys;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.auth.keys.ManagedKey;

/**
 * Says why a key cannot be shown again.
 *
 * @param key the key
 * @param why the reason and the remedy
 */
public record NotRevealedPage(ManagedKey key, String why) implements Page {

  @Override
  public String template() {
    return "keys/not-revealed.jte";
  }

  @Override
  public String title() {
    return key.name() + " cannot be shown";
  }

  @Override
  public Section section() {
    return Section.KEYS;
  }
}
