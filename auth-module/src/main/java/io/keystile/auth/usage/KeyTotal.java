package io.keystile.auth.usage;

import io.keystile.auth.ApiKeyId;

/**
 * How often one key was used in a span of time.
 *
 * @param id the key, which may be gone meanwhile
 * @param accepted how many calls were accepted
 * @since 0.1
 */
public record KeyTotal(ApiKeyId id, long accepted) {}
