package io.keystile.app.console.keys;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.ManagedKey;
import java.util.List;

/**
 * Shows the text of a key. It stands in the answer to a form that was sent and nowhere else, so
 * that no address leads to it.
 *
 * @param occasion why it is shown
 * @param key the key
 * @param secret its text
 * @param snippets how programs use it; none for a key made elsewhere
 */
public record SecretPage(Occasion occasion, ManagedKey key, String secret, List<Snippet> snippets)
    implements Page {

  /** Why a key is shown. */
  public enum Occasion {
    MADE("Your new key"),
    ROTATED("The new secret"),
    REVEALED("The key");

    private final String title;

    Occasion(String title) {
      this.title = title;
    }
  }

  static SecretPage made(IssuedKey issued, String origin) {
    return of(Occasion.MADE, issued, origin);
  }

  static SecretPage rotated(IssuedKey issued, String origin) {
    return of(Occasion.ROTATED, issued, origin);
  }

  static SecretPage revealed(IssuedKey issued) {
    return new SecretPage(Occasion.REVEALED, issued.key(), issued.secret().exposeText(), List.of());
  }

  private static SecretPage of(Occasion occasion, IssuedKey issued, String origin) {
    String secret = issued.secret().exposeText();
    return new SecretPage(occasion, issued.key(), secret, Snippet.of(origin, secret));
  }

  /** Where the browser is said to be: a page that does not show the text. */
  public String path() {
    return KeyPaths.of(key.id());
  }

  /** What the file is called that it is saved as. */
  public String fileName() {
    return PakFile.name(key.name());
  }

  @Override
  public String template() {
    return "keys/secret.jte";
  }

  @Override
  public String title() {
    return occasion.title + ": " + key.name();
  }

  @Override
  public Section section() {
    return Section.KEYS;
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "SecretPage[" + key.id() + "]";
  }
}
