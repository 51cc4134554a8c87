package io.keystile.app.console.keys;

import io.keystile.app.console.chart.Sparkline;
import io.keystile.auth.KeyStatus;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.management.KeyUsage;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list.
 *
 * @param key the key
 * @param status what it is worth now
 * @param usage how it was used
 * @param line how it was used in the last 30 days
 * @param overlap the secret before the last rotation, while it still works, or null
 * @param advice what to do about it, or null
 */
public record KeyLine(
    ManagedKey key,
    KeyStatus status,
    KeyUsage usage,
    Sparkline line,
    @Nullable Overlap overlap,
    @Nullable KeyAdvice advice) {

  /**
   * A secret that still works beside the new one.
   *
   * @param secret which, and until when
   * @param usage when it was used last
   */
  public record Overlap(ManagedKey.PreviousSecret secret, KeyUsage usage) {}

  /** Whether it can be changed here. */
  public boolean isChangeable() {
    return key.source() == ManagedKey.Source.DATABASE;
  }

  /** Whether the switch says everything about its status. */
  public boolean isPlain() {
    return status == KeyStatus.ACTIVE || (status == KeyStatus.DISABLED && !key.enabled());
  }
}
