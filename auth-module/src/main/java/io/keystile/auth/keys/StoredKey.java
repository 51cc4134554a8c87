package io.keystile.auth.keys;

import io.keystile.auth.ApiKey;
import io.keystile.auth.Verdict;

/**
 * What the checks need to know of a key. It is kept in the cache, so it holds no secret and is as
 * small as can be. Immutable.
 *
 * @since 0.1
 */
public final class StoredKey {

  private final Verdict.Accepted accepted;
  private final boolean enabled;
  private final long notBefore;
  private final long expiresAt;
  private final KeyLimits limits;

  /** Instants are milliseconds since the epoch; the extremes of {@code long} mean unlimited. */
  public StoredKey(ApiKey key, boolean enabled, long notBefore, long expiresAt, KeyLimits limits) {
    this.accepted = new Verdict.Accepted(key);
    this.enabled = enabled;
    this.notBefore = notBefore;
    this.expiresAt = expiresAt;
    this.limits = limits;
  }

  /** The key itself. */
  public ApiKey key() {
    return accepted.key();
  }

  /** The answer for an unlimited key when every check passes: made once, not for every request. */
  public Verdict.Accepted accepted() {
    return accepted;
  }

  /** Whether an operator lets it be used. */
  public boolean enabled() {
    return enabled;
  }

  /** The first millisecond at which it may be used. */
  public long notBefore() {
    return notBefore;
  }

  /** The first millisecond at which it may no longer be used. */
  public long expiresAt() {
    return expiresAt;
  }

  /** How often it may be used. */
  public KeyLimits limits() {
    return limits;
  }
}
