package io.keystile.auth.keys;

import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.secret.MasterKey;
import io.keystile.auth.secret.SecretSettings;
import io.keystile.auth.settings.Live;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sealed copies of keys where that was asked for, and stops the start when they could not be
 * sealed. To be called within the transaction that changes the key.
 */
@Context
final class KeyCopies {

  static final String MASTER_KEY = "keystile.keys.master-key";

  private final CopyRepository repository;
  private final @Nullable MasterKey master;

  KeyCopies(
      CopyRepository repository, Live<KeysConfiguration> configuration, SecretSettings settings) {
    this.repository = repository;
    this.master = configuration.get().recoverable() ? master(settings) : null;
  }

  @Nullable MasterKey master() {
    return master;
  }

  /** Keeps a copy of a new key. */
  void keep(String id, KeySecret secret) {
    if (master != null) {
      repository.put(id, master.id(), master.seal(id, secret));
    }
  }

  /** Keeps a copy of the new secret of a key; that of the old one goes in any case. */
  void replace(String id, KeySecret secret) {
    if (master == null) {
      repository.remove(id);
    } else {
      keep(id, secret);
    }
  }

  private static MasterKey master(SecretSettings settings) {
    String text =
        settings
            .find(MASTER_KEY)
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "keystile.keys.recoverable needs a master key. Make one with: openssl rand"
                            + " -base64 32, and set it as KEYSTILE_KEYS_MASTER_KEY in the"
                            + " environment, or in a file with mode 0600 named by"
                            + " keystile.keys.master-key-file."));
    try {
      return MasterKey.of(text);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(MASTER_KEY + ": " + e.getMessage());
    }
  }
}
