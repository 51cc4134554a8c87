package io.keystile.auth.store;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the key store is opened.
 *
 * @param create whether a missing database is made; default true
 * @param busyTimeout how long a write waits for another process; default 5s
 * @param pollInterval how often changes by other processes are looked for; default 50ms
 * @param connections how many connections are kept open; default 4
 * @since 0.1
 */
@ConfigurationProperties("keystile.store")
public record StoreConfiguration(
    @Bindable(defaultValue = "true") boolean create,
    @OperatorSetting("How long a write waits for another process.") @Bindable(defaultValue = "5s")
        Duration busyTimeout,
    @OperatorSetting("How often changes by other processes are looked for.")
        @Bindable(defaultValue = "50ms")
        Duration pollInterval,
    @OperatorSetting("How many connections to the database are kept open.")
        @Bindable(defaultValue = "4")
        int connections) {

  /**
   * @throws IllegalArgumentException when a value is out of range
   */
  public StoreConfiguration {
    if (connections < 1 || connections > 64) {
      throw new IllegalArgumentException("keystile.store.connections must be 1 to 64");
    }
    if (pollInterval.compareTo(Duration.ofMillis(1)) < 0
        || pollInterval.compareTo(Duration.ofSeconds(1)) > 0) {
      throw new IllegalArgumentException("keystile.store.poll-interval must be 1ms to 1s");
    }
    if (busyTimeout.isNegative() || busyTimeout.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("keystile.store.busy-timeout must be 0s to 1m");
    }
  }
}
