package io.keystile.auth.keys;

import io.micronaut.core.annotation.Internal;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads the limits of a key from its columns, for those who join its table. */
@Internal
@Singleton
public final class LimitColumns {

  private final KeyJson json;

  LimitColumns(KeyJson json) {
    this.json = json;
  }

  /** The limits that stand in the two columns. */
  public KeyLimits read(@Nullable String rateLimits, @Nullable String quotas) {
    return json.limits(rateLimits, quotas);
  }
}
