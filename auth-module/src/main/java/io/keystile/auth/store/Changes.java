package io.keystile.auth.store;

import io.keystile.auth.secret.KeyDigest;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells every part of this process that a key changed, at once. What other processes did comes
 * through {@link ChangePoller}. Safe for several threads.
 */
@Singleton
public final class Changes {

  private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();

  Changes() {}

  /** Registers a listener for the life of the application. */
  public void subscribe(ChangeListener listener) {
    listeners.add(listener);
  }

  /** To be called when a change is committed, before its author is told so. */
  public void publish(Collection<KeyDigest> digests) {
    listeners.forEach(listener -> listener.changed(digests));
  }

  /** To be called when it is not known what changed. */
  public void publishEverything() {
    listeners.forEach(ChangeListener::everythingChanged);
  }
}
