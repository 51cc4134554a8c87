package io.keystile.auth.verify;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.policy.Policy;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.usage.KeyUses;
import java.util.Map;

/** Makes known keys without rules, of which no store has heard. */
final class KnownKeys {

  private KnownKeys() {}

  static KnownKey of(TestStore store, KeyDigest digest, String name) {
    ApiKey key = new ApiKey(new ApiKeyId("key_1"), name, "…", null, Scopes.ALL, Map.of());
    StoredKey stored = StoredKey.withoutRules(key);
    return new KnownKey(
        digest, stored, store.bean(KeyUses.class), store.bean(Policy.class).of(stored));
  }
}
