package io.keystile.auth.receipt;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How many receipts are kept, and how long.
 *
 * @param max how many; the oldest give way; 0 keeps none; at most 1000000; default 10000
 * @param maxAge how long; 1m to 366d; default 7d
 * @since 0.1
 */
@Introspected
@ConfigurationProperties("keystile.receipts")
public record ReceiptsConfiguration(
    @OperatorSetting(value = "How many receipts are kept; 0 keeps none.", live = true)
        @Bindable(defaultValue = "10000")
        int max,
    @OperatorSetting(value = "How long receipts are kept.", live = true)
        @Bindable(defaultValue = "7d")
        Duration maxAge) {

  /**
   * @throws IllegalArgumentException when a value is out of range
   */
  public ReceiptsConfiguration {
    if (max < 0 || max > 1_000_000) {
      throw new IllegalArgumentException("keystile.receipts.max must be 0 to 1000000");
    }
    if (maxAge.compareTo(Duration.ofMinutes(1)) < 0 || maxAge.compareTo(Duration.ofDays(366)) > 0) {
      throw new IllegalArgumentException("keystile.receipts.max-age must be 1m to 366d");
    }
  }
}
