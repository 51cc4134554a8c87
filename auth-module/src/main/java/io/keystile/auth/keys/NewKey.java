package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a new key is to be.
 *
 * @param name 1 to 100 characters, without control characters
 * @param description up to 1,000 characters, or null
 * @param scopes what it may do, or null for {@code keystile.keys.default-scopes}
 * @param notBefore from when it is valid, or null for at once
 * @param expiresAt from when it is no longer valid, or null for never
 * @since 0.1
 */
public record NewKey(
    String name,
    @Nullable String description,
    @Nullable Scopes scopes,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt) {

  /**
   * Takes surrounding blanks off the texts.
   *
   * @throws IllegalArgumentException when a value is out of range; the message names it
   */
  public NewKey {
    name = KeyTexts.requireName(name);
    description = KeyTexts.requireDescription(description);
    if (notBefore != null && expiresAt != null && !notBefore.isBefore(expiresAt)) {
      throw new IllegalArgumentException("not-before must be earlier than the expiry");
    }
  }

  /** A key with this name, the default scopes, and no end. */
  public static NewKey named(String name) {
    return new NewKey(name, null, null, null, null);
  }

  /** The same with a description. */
  public NewKey describedAs(@Nullable String text) {
    return new NewKey(name, text, scopes, notBefore, expiresAt);
  }

  /** The same with these scopes. */
  public NewKey withScopes(@Nullable Scopes grants) {
    return new NewKey(name, description, grants, notBefore, expiresAt);
  }

  /** The same, valid between two instants; null leaves an end open. */
  public NewKey validBetween(@Nullable Instant start, @Nullable Instant end) {
    return new NewKey(name, description, scopes, start, end);
  }
}
