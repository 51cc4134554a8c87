package io.keystile.auth.keys;

/**
 * Published when a key can no longer be used: it was disabled or deleted.
 *
 * @param key as it is now, or as it was when it is gone
 * @param deleted whether it is gone
 * @since 0.1
 */
public record KeyRevoked(ManagedKey key, boolean deleted) implements KeyEvent {}
