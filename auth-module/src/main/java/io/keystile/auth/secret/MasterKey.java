package io.keystile.auth.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals keys so that only who has it can read them (AES-256-GCM, NIST SP 800-38D, with a random
 * 96-bit nonce for each). It lives outside the database and never prints itself. Safe for several
 * threads.
 *
 * @since 0.1
 */
public final class MasterKey {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final String id;
  private final SecureRandom random = new SecureRandom();

  private MasterKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "AES");
    this.id = fingerprint(bytes);
  }

  /**
   * Reads 32 bytes in base64 or hexadecimal.
   *
   * @throws IllegalArgumentException when it is neither; the message never repeats the text
   */
  public static MasterKey of(String text) {
    byte[] bytes = bytes(text);
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "A master key has 32 bytes in base64 or hexadecimal; make one with: openssl rand -base64"
              + " 32");
    }
    return new MasterKey(bytes);
  }

  /** Names the master key beside what it sealed. */
  public String id() {
    return id;
  }

  /**
   * Seals a key.
   *
   * @param owner the id of the key; what was sealed for one cannot be opened as another's
   */
  public String seal(String owner, KeySecret secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret.bytes());
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  /** The key again, or nothing when it was not sealed so: otherwise, for another, or changed. */
  public Optional<KeySecret> open(String owner, String sealed) {
    byte[] all = decoded(sealed);
    if (all.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, owner)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return Optional.of(KeySecret.of(new String(plain, StandardCharsets.UTF_8)));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  @Override
  public String toString() {
    return "MasterKey[" + id + "]";
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] bytes(String text) {
    try {
      return text.length() == 2 * KEY_BYTES ? HexFormat.of().parseHex(text) : decoded(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static String fingerprint(byte[] bytes) {
    try {
      MessageDigest sha = MessageDigest.getInstance(KeyHasher.SHA_256);
      sha.update("keystile-master-key-id:".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(bytes), 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
