package io.keystile.app.console.keys;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.auth.keys.ManagedKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a key that is new or is to be changed.
 *
 * @param form what stands in it
 * @param faults what is wrong with that
 * @param key the key that is changed, or null for a new one
 * @param version the version that is changed, or 0
 * @param once the token of the form of a new key, or empty
 * @param choices what can be chosen
 * @param changedMeanwhile whether somebody else changed the key while the form was open
 */
public record KeyFormPage(
    KeyForm form,
    Faults faults,
    @Nullable ManagedKey key,
    long version,
    String once,
    Choices choices,
    boolean changedMeanwhile)
    implements Page {

  /**
   * What can be chosen, and what happens when nothing is.
   *
   * @param owners names of accounts
   * @param scopes scopes that routes ask for
   * @param defaultScopes what a key without any gets
   * @param longestLife how long a key may live at the most, in words, or null
   */
  public record Choices(
      List<String> owners,
      List<String> scopes,
      String defaultScopes,
      @Nullable String longestLife) {}

  /** Where the form goes. */
  public String action() {
    return key == null ? KeyPaths.LIST : KeyPaths.of(key.id()) + "/edit";
  }

  /** Where to go instead. */
  public String back() {
    return key == null ? KeyPaths.LIST : KeyPaths.of(key.id());
  }

  /** Whether this list is longer than the form takes, so that it stays as it is. */
  public boolean isTooLong(String list) {
    return key != null
        && (list.equals("allow") ? key.settings().allow() : key.settings().deny()).size()
            > KeyForm.MAX_ADDRESSES;
  }

  @Override
  public String template() {
    return "keys/form.jte";
  }

  @Override
  public String title() {
    return key == null ? "New API key" : "Edit " + key.name();
  }

  @Override
  public Section section() {
    return Section.KEYS;
  }
}
