package io.keystile.app.console.keys;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;

/**
 * Asks whether a key is really to be deleted.
 *
 * @param line the key
 * @param typed what was typed as its name
 * @param faults what is wrong with that
 */
public record DeletePage(KeyLine line, String typed, Faults faults) implements Page {

  @Override
  public String template() {
    return "keys/delete.jte";
  }

  @Override
  public String title() {
    return "Delete " + line.key().name();
  }

  @Override
  public Section section() {
    return Section.KEYS;
  }
}
