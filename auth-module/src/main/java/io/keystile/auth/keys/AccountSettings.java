package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed about an account, besides its switch.
 *
 * @param description what it is for, at most 1000 characters, or null
 * @param scopes what its keys may do at the most
 * @since 0.1
 */
public record AccountSettings(@Nullable String description, Scopes scopes) {

  /** The same with another description. */
  public AccountSettings describedAs(@Nullable String text) {
    return new AccountSettings(text, scopes);
  }

  /** The same with other scopes. */
  public AccountSettings withScopes(Scopes others) {
    return new AccountSettings(description, others);
  }
}
