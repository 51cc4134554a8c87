package io.keystile.auth.secret;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Turns a key into the digest it is stored under: SHA-256, or HMAC-SHA-256 with a pepper. A slow
 * password hash would buy nothing for 155 random bits and would be a lever to overload the server.
 *
 * <p>Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class KeyHasher {

  /** The pepper id of rows that were made without one. */
  public static final String NO_PEPPER = "";

  static final String SHA_256 = "SHA-256";
  static final String HMAC = "HmacSHA256";

  private final ThreadLocal<MessageDigest> sha = ThreadLocal.withInitial(KeyHasher::newSha);
  private final @Nullable Variant current;
  private final List<Variant> older;

  KeyHasher(Peppers peppers) {
    Pepper newest = peppers.current();
    this.current = newest == null ? null : new Variant(newest);
    this.older = peppers.older().stream().map(Variant::new).toList();
  }

  /** The digest that new rows get, and under which the cache keeps a key. */
  public KeyDigest digest(KeySecret secret) {
    return current == null ? plain(secret) : current.digest(secret);
  }

  /** The pepper id that goes with {@link #digest}. */
  public String pepperId() {
    return current == null ? NO_PEPPER : current.pepper.id();
  }

  /** The digests under which older rows may hold the key; none without a pepper. */
  public List<KeyDigest> olderDigests(KeySecret secret) {
    if (current == null && older.isEmpty()) {
      return List.of();
    }
    List<KeyDigest> digests = new ArrayList<>(older.size() + 1);
    older.forEach(variant -> digests.add(variant.digest(secret)));
    if (current != null) {
      digests.add(plain(secret));
    }
    return digests;
  }

  /** The ids of the peppers at hand, and that of none. */
  public Set<String> usablePepperIds() {
    Set<String> ids = new HashSet<>(List.of(NO_PEPPER, pepperId()));
    older.forEach(variant -> ids.add(variant.pepper.id()));
    return ids;
  }

  private KeyDigest plain(KeySecret secret) {
    MessageDigest digest = sha.get();
    KeyDigest plain = KeyDigest.of(digest.digest(secret.bytes()));
    // It keeps the last key in its buffer otherwise. The next use would do this first.
    digest.reset();
    return plain;
  }

  private static MessageDigest newSha() {
    try {
      return MessageDigest.getInstance(SHA_256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static final class Variant {

    private final Pepper pepper;
    private final ThreadLocal<Mac> mac;

    Variant(Pepper pepper) {
      this.pepper = pepper;
      this.mac = ThreadLocal.withInitial(() -> newMac(pepper));
    }

    KeyDigest digest(KeySecret secret) {
      return KeyDigest.of(mac.get().doFinal(secret.bytes()));
    }

    private static Mac newMac(Pepper pepper) {
      try {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(pepper.key());
        return mac;
      } catch (InvalidKeyException e) {
        throw new IllegalStateException("A pepper is a valid HMAC key", e);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Every Java platform has HmacSHA256", e);
      }
    }
  }
}
