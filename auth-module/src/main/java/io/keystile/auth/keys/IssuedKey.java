package io.keystile.auth.keys;

import io.keystile.auth.secret.KeySecret;

/**
 * A key that was just made. Its secret is here and nowhere else: hand it to its holder now.
 *
 * @param key the key as it is managed from now on
 * @param secret what its holder presents
 * @since 0.1
 */
public record IssuedKey(ManagedKey key, KeySecret secret) {}
