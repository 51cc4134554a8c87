package io.keystile.auth.store;

/**
 * Hears how long work on the store took. Called on the thread that did it; must be fast and must
 * not throw.
 *
 * @since 0.1
 */
public interface StoreListener {

  /**
   * A transaction ended.
   *
   * @param write whether it could write
   * @param nanos how long it took, with the wait for a connection and for other writers
   * @param failed whether it was rolled back
   */
  void done(boolean write, long nanos, boolean failed);
}
