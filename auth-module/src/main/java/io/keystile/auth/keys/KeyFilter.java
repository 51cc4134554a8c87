package io.keystile.auth.keys;

import org.jspecify.annotations.Nullable;

/**
 * Which keys to list.
 *
 * @param text part of the name or description, or a whole id; null for any. The case of ASCII
 *     letters does not matter, that of others where the database knows it
 * @param enabled switched on or off; null for both
 * @since 0.1
 */
public record KeyFilter(@Nullable String text, @Nullable Boolean enabled) {

  /** Every key. */
  public static final KeyFilter ALL = new KeyFilter(null, null);
}
