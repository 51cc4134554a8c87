package io.keystile.auth.management;

import io.keystile.auth.usage.SecretUse;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How a key, or one secret of it, was used.
 *
 * @param requests how many calls were accepted
 * @param lastAt when the last one was, or null when there was none
 * @param lastFrom from where, or null when it is not known
 */
public record KeyUsage(long requests, @Nullable Instant lastAt, @Nullable String lastFrom) {

  private static final KeyUsage NEVER = new KeyUsage(0, null, null);

  /** All of them together. */
  static KeyUsage of(Collection<SecretUse> uses) {
    return uses.stream()
        .max(Comparator.comparing(SecretUse::lastAt))
        .map(
            last ->
                new KeyUsage(
                    uses.stream().mapToLong(SecretUse::requests).sum(),
                    last.lastAt(),
                    last.lastFrom()))
        .orElse(NEVER);
  }
}
