package io.keystile.auth.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret from outside the database that rows are sealed with (HMAC-SHA-256, RFC 2104). */
final class AuditKey {

  static final int MIN_LENGTH = 32;

  private static final String HMAC = "HmacSHA256";

  private final String id;
  private final SecretKeySpec key;

  private AuditKey(byte[] bytes) {
    this.id = fingerprint(bytes);
    this.key = new SecretKeySpec(bytes, HMAC);
  }

  /**
   * @throws IllegalArgumentException when the text has fewer than 32 characters
   */
  static AuditKey of(String text) {
    if (text.length() < MIN_LENGTH) {
      throw new IllegalArgumentException(
          "An audit key has at least 32 characters; make one with: openssl rand -base64 32");
    }
    return new AuditKey(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text of a new key. */
  static String generate() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Names the key in the rows that were sealed with it. */
  String id() {
    return id;
  }

  /** The seal on the bytes, in hexadecimal. */
  String seal(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "AuditKey[" + id + "]";
  }

  private static String fingerprint(byte[] bytes) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update("keystile-audit-key-id:".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(bytes), 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
