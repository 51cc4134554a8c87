package io.keystile.auth.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells whether changes made by other processes still come in. Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class ChangeFeed {

  private static final int INTERVALS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LongSupplier nanoTime;
  private final long longest;
  private volatile long last;

  @Inject
  ChangeFeed(StoreConfiguration configuration) {
    this(configuration, System::nanoTime);
  }

  ChangeFeed(StoreConfiguration configuration, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.longest = Math.max(configuration.pollInterval().toNanos() * INTERVALS, PATIENCE.toNanos());
    this.last = nanoTime.getAsLong();
  }

  void followed() {
    last = nanoTime.getAsLong();
  }

  /** How long ago changes were last looked for with success. */
  public Duration age() {
    return Duration.ofNanos(nanoTime.getAsLong() - last);
  }

  /** Whether that is recent enough: within 20 intervals, or 5 seconds where those are shorter. */
  public boolean isFresh() {
    return age().toNanos() <= longest;
  }
}
