package io.keystile.app.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.usage.SecretUse;
import java.util.List;
import java.util.Map;

/** How the keys of one answer were used, asked for all of them at once. */
final class Usages {

  private final Map<ApiKeyId, List<SecretUse>> uses;

  private Usages(Map<ApiKeyId, List<SecretUse>> uses) {
    this.uses = uses;
  }

  static Usages of(List<ManagedKey> keys, UseReader store) {
    return new Usages(store.find(keys.stream().map(ManagedKey::id).toList()));
  }

  /** Of all its secrets. */
  KeyUsage of(ManagedKey key) {
    return KeyUsage.of(secrets(key));
  }

  /** Of the secret before the last rotation. */
  KeyUsage ofPrevious(ManagedKey key) {
    return KeyUsage.of(
        secrets(key).stream().filter(use -> use.generation() == key.generation() - 1).toList());
  }

  private List<SecretUse> secrets(ManagedKey key) {
    return uses.getOrDefault(key.id(), List.of());
  }
}
