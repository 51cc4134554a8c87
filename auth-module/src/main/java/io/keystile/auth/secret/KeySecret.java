package io.keystile.auth.secret;

import java.nio.charset.StandardCharsets;

/**
 * Guarantees that the text of a key is not printed, compared or serialised by accident. The only
 * way to the text is {@link #exposeText()}, so that every use can be found by its name.
 *
 * <p>Immutable and safe for several threads.
 *
 * @since 0.1
 */
public final class KeySecret {

  private final String text;

  private KeySecret(String text) {
    this.text = text;
  }

  /** Wraps any text; whether it can be a key is for {@link KeyFormat} to say. */
  public static KeySecret of(String text) {
    return new KeySecret(text);
  }

  /** The key itself. Call it only to hand the key to its holder, once. */
  public String exposeText() {
    return text;
  }

  /** How many characters the key has. */
  public int length() {
    return text.length();
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "KeySecret[hidden]";
  }
}
