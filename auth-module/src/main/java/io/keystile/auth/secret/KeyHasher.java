package io.keystile.auth.secret;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  private final DigesterPool plain = new DigesterPool(KeyDigester::sha256);
  private final @Nullable Variant current;
  private final List<Variant> older;

  KeyHasher(Peppers peppers) {
    Pepper newest = peppers.current();
    this.current = newest == null ? null : new Variant(newest);
    this.older = peppers.older().stream().map(Variant::new).toList();
  }

  /** The digest that new rows get, and under which the cache keeps a key. */
  public KeyDigest digest(KeySecret secret) {
    return current == null ? plain.digest(secret) : current.digest(secret);
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
      digests.add(plain.digest(secret));
    }
    return digests;
  }

  /** The ids of the peppers at hand, and that of none. */
  public Set<String> usablePepperIds() {
    Set<String> ids = new HashSet<>(List.of(NO_PEPPER, pepperId()));
    older.forEach(variant -> ids.add(variant.pepper.id()));
    return ids;
  }

  private static final class Variant {

    private final Pepper pepper;
    private final DigesterPool digesters;

    Variant(Pepper pepper) {
      this.pepper = pepper;
      this.digesters = new DigesterPool(() -> KeyDigester.hmac(pepper));
    }

    KeyDigest digest(KeySecret secret) {
      return digesters.digest(secret);
    }
  }
}
