package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import io.keystile.auth.settings.Live;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills in what was left open for a key, and refuses what an operator does not allow. */
@Singleton
final class KeyDefaults {

  private final Live<KeysConfiguration> configuration;
  private final AccountRepository accounts;

  KeyDefaults(Live<KeysConfiguration> configuration, AccountRepository accounts) {
    this.configuration = configuration;
    this.accounts = accounts;
  }

  /**
   * To be called in the transaction that writes the key.
   *
   * @param createdAt when the life of the key begins
   * @throws AccountNotFoundException when there is no such owner
   * @throws IllegalArgumentException when it would live longer than an operator allows
   */
  KeySettings complete(KeySettings wanted, Instant createdAt) {
    return withScopes(wanted).validBetween(wanted.notBefore(), end(wanted.expiresAt(), createdAt));
  }

  /**
   * The same for a key that is there: its life counts from its creation; an end it has may stay.
   */
  KeySettings complete(KeySettings wanted, ManagedKey key) {
    KeySettings complete = withScopes(wanted);
    return Objects.equals(wanted.expiresAt(), key.expiresAt())
        ? complete
        : complete.validBetween(wanted.notBefore(), end(wanted.expiresAt(), key.createdAt()));
  }

  private KeySettings withScopes(KeySettings wanted) {
    AccountRow owner = owner(wanted.owner());
    return wanted.withScopes(wanted.scopes() == null ? scopes(owner) : wanted.scopes());
  }

  @Nullable AccountRow owner(@Nullable String name) {
    return name == null
        ? null
        : accounts.findById(name).orElseThrow(() -> new AccountNotFoundException(name));
  }

  private Scopes scopes(@Nullable AccountRow owner) {
    return owner == null
        ? Scopes.of(configuration.get().defaultScopes())
        : KeyColumns.scopes(owner.scopes());
  }

  private @Nullable Instant end(@Nullable Instant wanted, Instant start) {
    Duration longest = configuration.get().maxLifetime();
    if (longest == null) {
      return wanted;
    }
    Instant latest = start.plus(longest);
    if (wanted != null && wanted.isAfter(latest)) {
      throw new IllegalArgumentException(
          "expiresAt must not be after " + latest + ": keystile.keys.max-lifetime is " + longest);
    }
    return wanted == null ? latest : wanted;
  }
}
