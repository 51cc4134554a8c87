package io.keystile.auth.keys;

/**
 * Published when a key was made, or made elsewhere and imported.
 *
 * @param key as it is from now on
 * @since 0.1
 */
public record KeyIssued(ManagedKey key) implements KeyEvent {}
