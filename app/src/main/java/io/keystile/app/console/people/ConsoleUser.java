package io.keystile.app.console.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param name what they sign in with; letters count the same in either case
 * @param role what they may do
 * @param createdAt since when
 * @param lastSignInAt when they last signed in, or null
 * @param passwordChangedAt since when their password is theirs
 */
public record ConsoleUser(
    String name,
    Role role,
    Instant createdAt,
    @Nullable Instant lastSignInAt,
    Instant passwordChangedAt) {}
