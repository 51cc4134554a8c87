package io.keystile.auth.store;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How counters get from memory into the store.
 *
 * @param flushInterval how often; a crash may lose the counts of one interval, never more; 100ms to
 *     1h; default 5s
 * @since 0.1
 */
@ConfigurationProperties("keystile.usage")
public record FlushConfiguration(
    @OperatorSetting("How long counts of use stay in memory; a crash loses at most as much.")
        @Bindable(defaultValue = "5s")
        Duration flushInterval) {

  /**
   * @throws IllegalArgumentException when the interval is out of range
   */
  public FlushConfiguration {
    if (flushInterval.compareTo(Duration.ofMillis(100)) < 0
        || flushInterval.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("keystile.usage.flush-interval must be 100ms to 1h");
    }
  }
}
