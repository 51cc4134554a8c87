package io.keystile.auth.usage;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long the history of use is kept.
 *
 * @param retention how long; 1h to 3660d; default 90d
 * @since 0.1
 */
@Introspected
@ConfigurationProperties("keystile.usage")
public record UsageConfiguration(
    @OperatorSetting(value = "How long the history of use is kept.", live = true)
        @Bindable(defaultValue = "90d")
        Duration retention) {

  /**
   * @throws IllegalArgumentException when it is out of range
   */
  public UsageConfiguration {
    if (retention.compareTo(Duration.ofHours(1)) < 0
        || retention.compareTo(Duration.ofDays(3660)) > 0) {
      throw new IllegalArgumentException("keystile.usage.retention must be 1h to 3660d");
    }
  }
}
