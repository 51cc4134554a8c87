package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds keys for verification. Safe for several threads; blocks. */
@Singleton
public final class StoredKeys {

  private final KeyRepository repository;
  private final AccountRepository accounts;
  private final EnvironmentKeys environment;
  private final StoreTransactions transactions;
  private final KeyMapper mapper;

  StoredKeys(
      KeyRepository repository,
      AccountRepository accounts,
      EnvironmentKeys environment,
      StoreTransactions transactions,
      KeyMapper mapper) {
    this.repository = repository;
    this.accounts = accounts;
    this.environment = environment;
    this.transactions = transactions;
    this.mapper = mapper;
  }

  /**
   * The key that the secret with this digest opens, or nothing: first from the store, then from the
   * environment.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be asked
   */
  public Optional<StoredKey> find(KeyDigest digest) {
    return transactions
        .read("a presented key", () -> read(digest))
        .or(() -> environment.find(digest));
  }

  /**
   * The key with this id as its present secret opens it.
   *
   * @throws KeyNotFoundException when there is none
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be asked
   */
  public StoredKey get(ApiKeyId id) {
    return environment
        .findStored(id)
        .or(() -> transactions.read("a key", () -> read(id)))
        .orElseThrow(() -> new KeyNotFoundException(id));
  }

  private Optional<StoredKey> read(ApiKeyId id) {
    return repository
        .findById(id.value())
        .map(row -> mapper.toStored(row, ownerOf(row), row.digest()));
  }

  private Optional<StoredKey> read(KeyDigest digest) {
    return repository.findBySecret(digest).map(row -> mapper.toStored(row, ownerOf(row), digest));
  }

  private @Nullable AccountRow ownerOf(KeyRow row) {
    return row.owner() == null ? null : accounts.findById(row.owner()).orElse(null);
  }
}
