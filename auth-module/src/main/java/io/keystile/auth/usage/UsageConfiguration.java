package io.keystile.auth.usage;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How use is written down.
 *
 * @param flushInterval how long counts stay in memory; a crash loses at most as much; default 5s
 * @since 0.1
 */
@ConfigurationProperties("keystile.usage")
public record UsageConfiguration(@Bindable(defaultValue = "5s") Duration flushInterval) {

  /**
   * Refuses an interval that would lose too much or write too often.
   *
   * @throws IllegalArgumentException when a value is out of range
   */
  public UsageConfiguration {
    if (flushInterval.toMillis() < 100 || flushInterval.toMinutes() > 10) {
      throw new IllegalArgumentException("keystile.usage.flush-interval must be 100ms to 10m");
    }
  }
}
