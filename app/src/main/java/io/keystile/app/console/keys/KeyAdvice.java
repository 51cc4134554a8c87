package io.keystile.app.console.keys;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.management.KeyUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What to do about a key that was left alone for too long. */
public enum KeyAdvice {
  /** Its secret is old. */
  ROTATE("Older than 90 days: rotate it"),
  /** Nobody needs it. */
  DELETE("Unused for 90 days: delete it if nobody needs it");

  /** What too long means. */
  public static final Duration LONG = Duration.ofDays(90);

  private final String text;

  KeyAdvice(String text) {
    this.text = text;
  }

  /** The advice in words. */
  public String text() {
    return text;
  }

  /**
   * The advice on a key, or null when there is none: it is young, from the environment, or cannot
   * be used anyway.
   */
  public static @Nullable KeyAdvice on(ManagedKey key, KeyUsage usage, Instant now) {
    KeyStatus status = key.statusAt(now);
    if (key.source() == ManagedKey.Source.ENVIRONMENT
        || status == KeyStatus.EXPIRED
        || status == KeyStatus.NOT_YET_VALID) {
      return null;
    }
    Instant limit = now.minus(LONG);
    Instant lastUse = Objects.requireNonNullElse(usage.lastAt(), key.createdAt());
    if (lastUse.isBefore(limit)) {
      return DELETE;
    }
    return status != KeyStatus.DISABLED && secretMadeAt(key).isBefore(limit) ? ROTATE : null;
  }

  /** When a rotation was is not kept; the end of its overlap is. */
  private static Instant secretMadeAt(ManagedKey key) {
    return key.previous() == null ? key.createdAt() : key.previous().endsAt();
  }
}
