package io.keystile.auth.verify;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long answers of the store are kept. A change takes effect at once, whatever stands here; the
 * ages are the last safety, and how long known keys go on when the store cannot be reached.
 *
 * @param size how many keys are kept; default 100000
 * @param maxAge how long a key is kept; default 1m
 * @param unknownSize how many unknown keys are kept; default 10000
 * @param unknownMaxAge how long an unknown key is kept; default 5s
 * @since 0.1
 */
@ConfigurationProperties("keystile.cache")
public record CacheConfiguration(
    @OperatorSetting("How many keys are kept in memory.") @Bindable(defaultValue = "100000")
        long size,
    @OperatorSetting(
            "How long a key is kept in memory, and goes on when the store cannot be reached.")
        @Bindable(defaultValue = "1m")
        Duration maxAge,
    @OperatorSetting("How many unknown keys are kept in memory.") @Bindable(defaultValue = "10000")
        long unknownSize,
    @OperatorSetting("How long an unknown key is kept in memory.") @Bindable(defaultValue = "5s")
        Duration unknownMaxAge) {

  /**
   * Refuses values that would make the cache unsafe.
   *
   * @throws IllegalArgumentException when a value is out of range
   */
  public CacheConfiguration {
    if (size < 0 || unknownSize < 0) {
      throw new IllegalArgumentException("keystile.cache sizes must be 0 or more");
    }
    requireAge("max-age", maxAge, Duration.ofHours(1));
    requireAge("unknown-max-age", unknownMaxAge, Duration.ofMinutes(1));
  }

  private static void requireAge(String name, Duration age, Duration most) {
    if (age.isNegative() || age.compareTo(most) > 0) {
      throw new IllegalArgumentException("keystile.cache." + name + " must be 0s to " + most);
    }
  }
}
