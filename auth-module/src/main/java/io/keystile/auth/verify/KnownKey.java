package io.keystile.auth.verify;

import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.usage.KeyUse;

/**
 * A key of the cache with its counter, so that counting needs no look-up.
 *
 * @param key what the checks need to know
 * @param use counts what is accepted
 */
record KnownKey(StoredKey key, KeyUse use) {}
