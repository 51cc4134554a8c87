package io.keystile.auth.verify;

import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.keys.StoredKeys;
import io.keystile.auth.limit.Limits;
import io.keystile.auth.policy.Policy;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.store.StoreReader;
import io.keystile.auth.usage.KeyUses;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks the store for a key, on the thread of its reader. */
@Singleton
final class KeyLookup {

  private final KeyCache cache;
  private final StoredKeys store;
  private final KeyHasher hasher;
  private final Policy policy;
  private final Limits limits;
  private final KeyUses uses;
  private final StoreReader reader;

  KeyLookup(
      KeyCache cache,
      StoredKeys store,
      KeyHasher hasher,
      Policy policy,
      Limits limits,
      KeyUses uses,
      StoreReader reader) {
    this.cache = cache;
    this.store = store;
    this.hasher = hasher;
    this.policy = policy;
    this.limits = limits;
    this.uses = uses;
    this.reader = reader;
  }

  /** The key, or null when the store has none; fails when the store cannot be asked. */
  CompletableFuture<@Nullable KnownKey> find(KeyDigest digest, KeySecret secret) {
    return cache.load(digest, () -> read(digest, secret), reader);
  }

  private @Nullable KnownKey read(KeyDigest digest, KeySecret secret) {
    Optional<StoredKey> found = store.find(digest);
    StoredKey key = found.isPresent() ? found.get() : readOlder(digest, secret);
    return key == null ? null : known(digest, key);
  }

  /** The key, as it was presented, with what its decisions need; may ask the store for quotas. */
  KnownKey known(KeyDigest digest, StoredKey key) {
    limits.prepare(key);
    return new KnownKey(digest, key, uses, policy.of(key));
  }

  private @Nullable StoredKey readOlder(KeyDigest digest, KeySecret secret) {
    for (KeyDigest older : hasher.olderDigests(secret)) {
      cache.alias(older, digest);
      Optional<StoredKey> key = store.find(older);
      if (key.isPresent()) {
        return key.get();
      }
      cache.removeAlias(older);
    }
    return null;
  }
}
