package io.keystile.auth.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that lives outside the database and goes into every digest (HMAC-SHA-256, RFC 2104), so
 * that a stolen database alone cannot be searched for weak keys. Never prints itself.
 */
final class Pepper {

  static final int MIN_LENGTH = 32;

  private final String id;
  private final SecretKeySpec key;

  private Pepper(String id, SecretKeySpec key) {
    this.id = id;
    this.key = key;
  }

  /**
   * @throws IllegalArgumentException when the text has fewer than 32 characters
   */
  static Pepper of(String text) {
    if (text.length() < MIN_LENGTH) {
      throw new IllegalArgumentException(
          "A pepper has at least 32 characters; make one with: openssl rand -base64 32");
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Pepper(fingerprint(bytes), new SecretKeySpec(bytes, KeyHasher.HMAC));
  }

  /** Names the pepper in the rows that were made with it. */
  String id() {
    return id;
  }

  SecretKeySpec key() {
    return key;
  }

  @Override
  public String toString() {
    return "Pepper[" + id + "]";
  }

  private static String fingerprint(byte[] pepper) {
    try {
      MessageDigest sha = MessageDigest.getInstance(KeyHasher.SHA_256);
      sha.update("keystile-pepper-id:".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(pepper), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
