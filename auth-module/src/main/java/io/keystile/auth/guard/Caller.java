package io.keystile.auth.guard;

import io.keystile.auth.ApiKey;
import io.keystile.auth.Scopes;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a method runs: the holder of an accepted key, or whom another part of the
 * application vouches for.
 *
 * @param id the key's id, or a name such as {@code job:nightly-report}
 * @param scopes what the caller may do
 * @param key the accepted key, or null when the caller is none
 * @since 0.1
 */
public record Caller(String id, Scopes scopes, @Nullable ApiKey key) {

  /** The holder of an accepted key. */
  public static Caller of(ApiKey key) {
    return new Caller(key.getName(), key.scopes(), key);
  }

  /** A part of the application itself: a job, a listener. */
  public static Caller internal(String id, Scopes scopes) {
    return new Caller(id, scopes, null);
  }
}
