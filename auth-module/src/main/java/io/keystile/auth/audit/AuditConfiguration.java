package io.keystile.auth.audit;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the audit log is kept.
 *
 * @param retention rows older than this are removed, 1d or more; without it they stay for ever
 * @param headInterval how often the end of the log is written beside the database and into the
 *     server's log, when it moved; 1s to 1h; default 10s
 * @param acceptNewKey whether the log goes on under a new key when the old one is lost; rows before
 *     it cannot be verified any more; default false
 * @since 0.1
 */
@Introspected
@ConfigurationProperties("keystile.audit")
public record AuditConfiguration(
    @OperatorSetting(
            value = "How long rows of the audit log are kept; unset, for ever.",
            live = true)
        @Nullable Duration retention,
    @OperatorSetting("How often the end of the audit log is written beside the database.")
        @Bindable(defaultValue = "10s")
        Duration headInterval,
    @Bindable(defaultValue = "false") boolean acceptNewKey) {

  /**
   * @throws IllegalArgumentException when a value is out of range
   */
  public AuditConfiguration {
    if (retention != null) {
      requireRetention("keystile.audit.retention", retention);
    }
    if (headInterval.compareTo(Duration.ofSeconds(1)) < 0
        || headInterval.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("keystile.audit.head-interval must be 1s to 1h");
    }
  }

  static void requireRetention(String name, Duration age) {
    if (age.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(name + " must be 1d or more");
    }
  }
}
