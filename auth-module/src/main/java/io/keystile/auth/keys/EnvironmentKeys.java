package io.keystile.auth.keys;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyFormat;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeyHint;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.order.OrderUtil;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The keys from the environment, hashed at start and forgotten as text. A wrong or repeated one
 * stops the start. Immutable.
 */
@Context
public final class EnvironmentKeys {

  private final Map<KeyDigest, StoredKey> stored = new LinkedHashMap<>();
  private final Map<ApiKeyId, ManagedKey> managed = new LinkedHashMap<>();

  EnvironmentKeys(List<EnvironmentKeySource> sources, KeyHasher hasher, Clock clock) {
    OrderUtil.sort(sources.stream())
        .flatMap(source -> source.keys().stream())
        .forEach(key -> add(key, hasher, clock));
  }

  /** Whether there is a key with this digest. */
  public boolean contains(KeyDigest digest) {
    return stored.containsKey(digest);
  }

  Optional<StoredKey> find(KeyDigest digest) {
    return Optional.ofNullable(stored.get(digest));
  }

  Optional<StoredKey> findStored(ApiKeyId id) {
    return stored.values().stream().filter(key -> key.key().id().equals(id)).findFirst();
  }

  Optional<ManagedKey> find(ApiKeyId id) {
    return Optional.ofNullable(managed.get(id));
  }

  List<ManagedKey> all() {
    return List.copyOf(managed.values());
  }

  private void add(EnvironmentKey key, KeyHasher hasher, Clock clock) {
    if (!KeyFormat.isPossible(key.secret().exposeText())) {
      throw new ConfigurationException(
          "The key in "
              + key.name()
              + " must have 17 to 512 visible ASCII characters; make one"
              + " with: openssl rand -base64 32");
    }
    ApiKeyId id = id(key.name());
    ManagedKey view =
        ManagedKey.fromEnvironment(
            id,
            key.name(),
            KeyHint.ofImported(key.secret()),
            key.scopes(),
            Instant.ofEpochMilli(clock.millis()));
    ApiKey identity = new ApiKey(id, view.name(), view.hint(), null, key.scopes(), Map.of());
    if (stored.putIfAbsent(hasher.digest(key.secret()), StoredKey.withoutRules(identity)) != null) {
      throw new ConfigurationException(
          "The key in " + key.name() + " is given twice in the environment; take one of them out.");
    }
    managed.put(id, view);
  }

  private static ApiKeyId id(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return new ApiKeyId(ApiKeyId.PREFIX + "env_" + plain);
  }
}
