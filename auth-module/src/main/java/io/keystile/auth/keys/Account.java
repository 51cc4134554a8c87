package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that owns keys. A key can do only what its owner may do as well, and stops
 * when its owner is switched off.
 *
 * @param name what it is called; it never changes
 * @param description what it is for, or null
 * @param scopes what its keys may do at the most
 * @param enabled whether its keys may be used
 * @param createdAt when it was made
 * @param version counts its changes
 * @since 0.1
 */
public record Account(
    String name,
    @Nullable String description,
    Scopes scopes,
    boolean enabled,
    Instant createdAt,
    long version) {}
