package io.keystile.app.console.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret of 256 random bits: what a cookie or a form carries.
 *
 * @param text 43 characters of base64url
 */
public record SessionToken(String text) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  public static SessionToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What stands for it in memory. */
  String digest() {
    return HexFormat.of().formatHex(sha256(text));
  }

  /** Whether the texts are the same; takes as long whatever they are. */
  public boolean matches(String other) {
    return MessageDigest.isEqual(sha256(text), sha256(other));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has it", e);
    }
  }

  @Override
  public String toString() {
    return "SessionToken[…]";
  }
}
