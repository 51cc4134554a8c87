package io.keystile.app.console.keys;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of keys.
 *
 * @param state which part of it
 * @param lines the keys
 * @param next what the next page begins behind, or null when this is the last
 * @param count how many keys the store has
 * @param recoverable whether keys can be shown again
 * @param proposedName what a key made with one click is called
 * @param once the token of the form that makes it
 */
public record KeyListPage(
    KeyListState state,
    List<KeyLine> lines,
    @Nullable String next,
    long count,
    boolean recoverable,
    String proposedName,
    String once)
    implements Page {

  /** Whether there is no key at all. */
  public boolean isBare() {
    return lines.isEmpty() && state.isEverything() && state.cursor() == null;
  }

  @Override
  public String template() {
    return "keys/list.jte";
  }

  @Override
  public String title() {
    return "API Keys";
  }

  @Override
  public Section section() {
    return Section.KEYS;
  }
}
