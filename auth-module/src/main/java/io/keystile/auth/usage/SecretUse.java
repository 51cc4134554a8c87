package io.keystile.auth.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one secret of a key was used.
 *
 * @param generation counts the secrets of a key; the newest is the current one
 * @param requests how many calls were accepted
 * @param lastAt when the last one was
 * @param lastFrom from which address, or null when it is not known
 * @since 0.1
 */
public record SecretUse(int generation, long requests, Instant lastAt, @Nullable String lastFrom) {

  static SecretUse of(UseRow row) {
    return new SecretUse(
        row.generation(), row.requests(), Instant.ofEpochMilli(row.lastAt()), row.lastFrom());
  }
}
