package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.StoreReader;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds keys for verification. Safe for several threads; blocks, but on the reader's thread. */
@Singleton
public final class StoredKeys {

  private final KeyRepository repository;
  private final AccountRepository accounts;
  private final EnvironmentKeys environment;
  private final StoreTransactions transactions;
  private final StoreReader reader;
  private final StoredKeyQuery query;
  private final KeyMapper mapper;

  StoredKeys(
      KeyRepository repository,
      AccountRepository accounts,
      EnvironmentKeys environment,
      StoreTransactions transactions,
      StoreReader reader,
      StoredKeyQuery query,
      KeyMapper mapper) {
    this.repository = repository;
    this.accounts = accounts;
    this.environment = environment;
    this.transactions = transactions;
    this.reader = reader;
    this.query = query;
    this.mapper = mapper;
  }

  /**
   * The key that the secret with this digest opens, or nothing: first from the store, then from the
   * environment.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be asked
   */
  public Optional<StoredKey> find(KeyDigest digest) {
    return reader
        .read("a presented key", store -> query.find(store, digest))
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

  private @Nullable AccountRow ownerOf(KeyRow row) {
    return row.owner() == null ? null : accounts.findById(row.owner()).orElse(null);
  }
}
