package io.keystile.auth.secret;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;

/** Digests keys in buffers that are used again and keep no key. For one thread at a time. */
final class KeyDigester {

  private final Algorithm algorithm;
  private final byte[] text = new byte[KeyFormat.MAX_LENGTH];
  private final byte[] digest = new byte[KeyDigest.LENGTH];

  private KeyDigester(Algorithm algorithm) {
    this.algorithm = algorithm;
  }

  /** Reads so many bytes of the text, and writes the digest to the start of the other array. */
  private interface Algorithm {
    void digest(byte[] text, int length, byte[] digest) throws GeneralSecurityException;
  }

  static KeyDigester sha256() {
    try {
      MessageDigest sha = MessageDigest.getInstance(KeyHasher.SHA_256);
      return new KeyDigester(
          (text, length, digest) -> {
            sha.update(text, 0, length);
            sha.digest(digest, 0, digest.length);
            // It keeps the last key in its buffer otherwise. The next use would do this first.
            sha.reset();
          });
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  static KeyDigester hmac(Pepper pepper) {
    try {
      Mac mac = Mac.getInstance(KeyHasher.HMAC);
      mac.init(pepper.key());
      return new KeyDigester(
          (text, length, digest) -> {
            mac.update(text, 0, length);
            mac.doFinal(digest, 0);
          });
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Every Java platform has HmacSHA256, and a pepper is a valid key", e);
    }
  }

  KeyDigest digest(KeySecret secret) {
    if (!secret.writeAscii(text)) {
      Arrays.fill(text, (byte) 0);
      byte[] bytes = secret.bytes();
      return digest(bytes, bytes.length);
    }
    KeyDigest result = digest(text, secret.length());
    Arrays.fill(text, 0, secret.length(), (byte) 0);
    return result;
  }

  private KeyDigest digest(byte[] bytes, int length) {
    try {
      algorithm.digest(bytes, length, digest);
      return KeyDigest.of(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The buffer has room for a digest", e);
    }
  }
}
