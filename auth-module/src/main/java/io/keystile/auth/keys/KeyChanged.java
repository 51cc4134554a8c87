package io.keystile.auth.keys;

/**
 * Published when what was chosen for a key changed.
 *
 * @param key as it is now
 * @since 0.1
 */
public record KeyChanged(ManagedKey key) implements KeyEvent {}
