package io.keystile.auth.keys;

import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds keys for verification. Safe for several threads; blocks. */
@Singleton
public final class StoredKeys {

  private final KeyRepository repository;
  private final StoreTransactions transactions;

  StoredKeys(KeyRepository repository, StoreTransactions transactions) {
    this.repository = repository;
    this.transactions = transactions;
  }

  /**
   * The key stored under the digest, or nothing.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be asked
   */
  public Optional<StoredKey> find(KeyDigest digest) {
    return transactions
        .read("a presented key", () -> repository.findByDigest(digest))
        .map(KeyRow::toStored);
  }
}
