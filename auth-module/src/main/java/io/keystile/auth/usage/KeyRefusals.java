package io.keystile.auth.usage;

import io.keystile.auth.ApiKeyId;

/**
 * How often calls with one key were refused in a span of time.
 *
 * @param id the key, which may be gone meanwhile
 * @param refused how many calls were refused, whatever the reason
 * @since 0.1
 */
public record KeyRefusals(ApiKeyId id, long refused) {}
