package io.keystile.auth.limit;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.keys.Quota;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a quota a key has used, as it is written down.
 *
 * @param key the key's id
 * @param name the name a person gave it; of a key from the environment its id
 * @param hint enough of the key for its holder to recognise it, or nothing
 * @param owner the account that owns it, or null
 * @param quota which quota
 * @param used how many requests in the current window
 * @param windowStart when the window began
 * @param windowEnd when it ends
 * @since 0.1
 */
public record QuotaUse(
    ApiKeyId key,
    String name,
    String hint,
    @Nullable String owner,
    Quota quota,
    long used,
    Instant windowStart,
    Instant windowEnd) {}
