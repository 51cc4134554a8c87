package io.keystile.auth.keys;

/**
 * What happened to a key. Published when the change is committed, on the thread of its author; what
 * a listener throws is logged and does not undo the change.
 *
 * @since 0.1
 */
public sealed interface KeyEvent permits KeyIssued, KeyChanged, KeyEnabled, KeyRevoked, KeyRotated {

  /** The key as it is now, or as it was when it is gone. */
  ManagedKey key();
}
