package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import io.keystile.auth.secret.KeySecret;

/**
 * A key that comes from the environment.
 *
 * @param name the variable it comes from; with several, a number behind it
 * @param secret the key
 * @param scopes what it may do
 * @since 0.1
 */
public record EnvironmentKey(String name, KeySecret secret, Scopes scopes) {}
