package io.keystile.auth.keys;

/**
 * Published when a key got a new secret.
 *
 * @param key as it is now
 * @since 0.1
 */
public record KeyRotated(ManagedKey key) implements KeyEvent {}
