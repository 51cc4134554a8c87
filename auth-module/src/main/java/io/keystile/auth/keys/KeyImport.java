package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import org.jspecify.annotations.Nullable;

/**
 * How keys from elsewhere are brought in.
 *
 * @param name what each is called; with several, a number is put behind it
 * @param scopes what they may do, or null for {@code keystile.keys.default-scopes}
 * @param allOrNothing whether one refused line keeps every other out
 * @since 0.1
 */
public record KeyImport(String name, @Nullable Scopes scopes, boolean allOrNothing) {

  /**
   * Takes surrounding blanks off the name.
   *
   * @throws IllegalArgumentException when the name is out of range
   */
  public KeyImport {
    name = KeyTexts.requireName(name);
    if (KeyTexts.length(name) > KeyTexts.MAX_NAME - 10) {
      throw new IllegalArgumentException(
          "name must leave room for a number: at most " + (KeyTexts.MAX_NAME - 10) + " characters");
    }
  }
}
