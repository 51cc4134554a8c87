package io.keystile.auth.keys;

/**
 * Published when a key may be used again.
 *
 * @param key as it is now
 * @since 0.1
 */
public record KeyEnabled(ManagedKey key) implements KeyEvent {}
