package io.keystile.app.console.keys;

import io.keystile.app.console.Destination;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.keys.ManagedKey.Source;
import java.util.Optional;

/** Paths of pages about keys. */
final class KeyPaths {

  static final String LIST = "/console/keys";

  private KeyPaths() {}

  static String of(ApiKeyId id) {
    return LIST + "/" + id.value();
  }

  /** The key that a path names. */
  static Optional<ManagedKey> find(ApiKeys keys, String id) {
    try {
      return keys.find(new ApiKeyId(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The same, when it can be changed here. */
  static Optional<ManagedKey> findChangeable(ApiKeys keys, String id) {
    return find(keys, id).filter(key -> key.source() == Source.DATABASE);
  }

  /** The page that a form says it came from, when that is one of ours about keys. */
  static String back(String path) {
    boolean ours = Destination.isOurs(path) && path.startsWith(LIST);
    return ours ? path : LIST;
  }
}
