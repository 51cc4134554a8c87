package io.keystile.auth.guard;

import io.keystile.auth.ApiKey;
import io.keystile.auth.Scopes;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a method runs: the holder of an accepted key, or whom another part of the
 * application vouches for. Immutable and safe for several threads.
 *
 * @since 0.1
 */
public final class Caller {

  // Those of a key are left with it until somebody asks: most guards only want to know that one is
  // there.
  private final String id;
  private final Scopes scopes;
  private final @Nullable ApiKey key;

  private Caller(String id, Scopes scopes, @Nullable ApiKey key) {
    this.id = id;
    this.scopes = scopes;
    this.key = key;
  }

  /** The holder of an accepted key. */
  public static Caller of(ApiKey key) {
    return new Caller("", Scopes.NONE, key);
  }

  /** A part of the application itself: a job, a listener. */
  public static Caller internal(String id, Scopes scopes) {
    return new Caller(id, scopes, null);
  }

  /** The key's id, or a name such as {@code job:nightly-report}. */
  public String id() {
    return key == null ? id : key.getName();
  }

  /** What the caller may do. */
  public Scopes scopes() {
    return key == null ? scopes : key.scopes();
  }

  /** The accepted key, or null when the caller is none. */
  public @Nullable ApiKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "Caller[id=" + id() + ", scopes=" + scopes() + "]";
  }
}
