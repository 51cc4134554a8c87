package io.keystile.auth.store;

import io.keystile.auth.secret.KeyDigest;
import java.util.Collection;

/** Hears of changes to keys, made here or by another process. Called from several threads. */
public interface ChangeListener {

  /** The keys stored under the digests were added, changed or removed. Must not throw. */
  void changed(Collection<KeyDigest> digests);

  /** Anything may have changed: whatever was remembered is to be forgotten. Must not throw. */
  void everythingChanged();
}
