package io.keystile.auth.usage;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Tells how far what is written lags behind what was counted. Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class FlushLag {

  private final Clock clock;
  private volatile long flushedAt;
  private volatile boolean complete = true;

  FlushLag(Clock clock) {
    this.clock = clock;
    this.flushedAt = clock.millis();
  }

  void flushed(boolean everything) {
    complete = everything;
    if (everything) {
      flushedAt = clock.millis();
    }
  }

  /** How long ago everything that was counted until then had been written down. */
  public Duration age() {
    return Duration.ofMillis(Math.max(0, clock.millis() - flushedAt));
  }

  /** Whether the last attempt wrote everything. */
  public boolean isComplete() {
    return complete;
  }
}
