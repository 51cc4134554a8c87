package io.keystile.auth.secret;

/** What may be shown of a key so that its holder recognises it. */
public final class KeyHint {

  private static final int SHOWN = 4;

  private KeyHint() {}

  /** {@code ks_…x7Qa} of a generated key. */
  public static String ofGenerated(KeySecret secret, String prefix) {
    return prefix + "…" + lastFour(secret);
  }

  /**
   * {@code …x7Qa} of an imported key, or nothing at all below 32 characters: four known characters
   * of a short key make it easier to guess.
   */
  public static String ofImported(KeySecret secret) {
    return secret.length() < Pepper.MIN_LENGTH ? "…" : "…" + lastFour(secret);
  }

  private static String lastFour(KeySecret secret) {
    return secret.exposeText().substring(secret.length() - SHOWN);
  }
}
