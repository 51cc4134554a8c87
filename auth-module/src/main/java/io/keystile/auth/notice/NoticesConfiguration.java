package io.keystile.auth.notice;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * When operators are told of keys that need attention.
 *
 * @param enabled whether they are; default true
 * @param unusedAfter how long a key may go unused, 1d to 3650d; default 90d
 * @param checkInterval how often ends and unused keys are looked for, 1m to 1d; quotas are looked
 *     at every minute; default 1h
 * @since 0.1
 */
@ConfigurationProperties("keystile.notices")
public record NoticesConfiguration(
    @OperatorSetting("Whether operators are told of keys that need attention.")
        @Bindable(defaultValue = "true")
        boolean enabled,
    @OperatorSetting("How long a key may go unused before operators are told.")
        @Bindable(defaultValue = "90d")
        Duration unusedAfter,
    @Bindable(defaultValue = "1h") Duration checkInterval) {

  /**
   * @throws IllegalArgumentException when a value is out of range
   */
  public NoticesConfiguration {
    require("unused-after must be 1d to 3650d", unusedAfter, 24 * 60, 3650 * 24 * 60);
    require("check-interval must be 1m to 1d", checkInterval, 1, 24 * 60);
  }

  private static void require(String rule, Duration value, long least, long most) {
    if (value.compareTo(Duration.ofMinutes(least)) < 0
        || value.compareTo(Duration.ofMinutes(most)) > 0) {
      throw new IllegalArgumentException("keystile.notices." + rule);
    }
  }
}
