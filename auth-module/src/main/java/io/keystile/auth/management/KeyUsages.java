package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.usage.SecretUse;
import java.util.List;
import java.util.Map;

/** How the keys of one answer were used, asked for all of them at once. */
public final class KeyUsages {

  private final Map<ApiKeyId, List<SecretUse>> uses;

  private KeyUsages(Map<ApiKeyId, List<SecretUse>> uses) {
    this.uses = uses;
  }

  /** Of these keys. */
  public static KeyUsages of(List<ManagedKey> keys, UseReader store) {
    return new KeyUsages(store.find(keys.stream().map(ManagedKey::id).toList()));
  }

  /** Of all its secrets. */
  public KeyUsage of(ManagedKey key) {
    return KeyUsage.of(secrets(key));
  }

  /** Of the secret before the last rotation. */
  public KeyUsage ofPrevious(ManagedKey key) {
    return KeyUsage.of(
        secrets(key).stream().filter(use -> use.generation() == key.generation() - 1).toList());
  }

  private List<SecretUse> secrets(ManagedKey key) {
    return uses.getOrDefault(key.id(), List.of());
  }
}
