package io.keystile.auth.metrics;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.keys.KeyCounts;
import io.keystile.auth.store.StoreUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many keys there are of each status. Whoever asks gets the last count; a new one is made in
 * the background, and only when the last is older than 30 seconds, because it looks at every key.
 */
@Context
@Requires(classes = MeterRegistry.class, beans = MeterRegistry.class)
final class KeyGauges {

  private static final long KEPT = Duration.ofSeconds(30).toMillis();

  private final KeyCounts counts;
  private final ExecutorService executor;
  private final Clock clock;
  private final AtomicBoolean counting = new AtomicBoolean();
  private volatile Map<KeyStatus, Long> last = Map.of();
  private volatile long countedAt = Long.MIN_VALUE;

  KeyGauges(
      MeterRegistry registry,
      KeyCounts counts,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor,
      Clock clock) {
    this.counts = counts;
    this.executor = executor;
    this.clock = clock;
    for (KeyStatus status : KeyStatus.values()) {
      if (status != KeyStatus.EXHAUSTED) {
        Gauge.builder("keystile.keys", this, gauges -> gauges.of(status))
            .description("Keys by what they are worth, quotas aside")
            .tag("status", status.text())
            .register(registry);
      }
    }
  }

  private double of(KeyStatus status) {
    long now = clock.millis();
    boolean stale = countedAt == Long.MIN_VALUE || now - countedAt >= KEPT || now < countedAt;
    if (stale && counting.compareAndSet(false, true)) {
      executor.execute(() -> count(now));
    }
    return countedAt == Long.MIN_VALUE ? Double.NaN : last.getOrDefault(status, 0L);
  }

  private void count(long now) {
    try {
      last = counts.byStatus();
      countedAt = now;
    } catch (StoreUnavailableException e) {
      // The next who asks tries again; meanwhile the last count stands.
      return;
    } finally {
      counting.set(false);
    }
  }
}
