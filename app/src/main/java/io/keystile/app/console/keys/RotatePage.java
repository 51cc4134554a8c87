package io.keystile.app.console.keys;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import java.util.List;

/**
 * Asks how long the old secret is to work beside the new one.
 *
 * @param line the key
 * @param overlap what was chosen
 * @param faults what is wrong with that
 * @param once the token of the form
 */
public record RotatePage(KeyLine line, String overlap, Faults faults, String once) implements Page {

  /** What can be chosen: minutes, and the same in words. */
  public static final List<Choice> CHOICES =
      List.of(
          new Choice("0", "None: the old secret ends now", "When it may be in the wrong hands."),
          new Choice("60", "One hour", ""),
          new Choice("1440", "One day", ""),
          new Choice("10080", "One week", "When several people have to change over."),
          new Choice("43200", "30 days", ""));

  /** One of them. */
  public record Choice(String minutes, String label, String hint) {}

  @Override
  public String template() {
    return "keys/rotate.jte";
  }

  @Override
  public String title() {
    return "Rotate " + line.key().name();
  }

  @Override
  public Section section() {
    return Section.KEYS;
  }
}
