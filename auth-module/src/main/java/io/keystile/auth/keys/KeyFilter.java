package io.keystile.auth.keys;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which keys to list.
 *
 * @param text part of the name or description, or a whole id; null for any. The case of ASCII
 *     letters does not matter, that of others where the database knows it
 * @param enabled switched on or off; null for both
 * @param owner the account that owns them; null for any or none
 * @since 0.1
 */
public record KeyFilter(@Nullable String text, @Nullable Boolean enabled, @Nullable String owner) {

  /** Every key. */
  public static final KeyFilter ALL = new KeyFilter(null, null, null);

  /** Keys of any owner. */
  public KeyFilter(@Nullable String text, @Nullable Boolean enabled) {
    this(text, enabled, null);
  }

  boolean accepts(ManagedKey key) {
    return (text == null || mentions(key, text.toLowerCase(Locale.ROOT)))
        && (enabled == null || enabled == key.enabled())
        && (owner == null || owner.equals(key.settings().owner()));
  }

  private static boolean mentions(ManagedKey key, String part) {
    return key.name().toLowerCase(Locale.ROOT).contains(part) || key.id().value().equals(part);
  }
}
