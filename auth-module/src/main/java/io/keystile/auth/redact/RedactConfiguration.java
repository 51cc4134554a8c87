package io.keystile.auth.redact;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How keys are kept out of the log.
 *
 * @param check what a start does when the log would show a key: {@code fail}, {@code warn}, or
 *     {@code none} to leave out the check; default {@code warn}
 * @param variables names of environment variables whose values are taken out of the log wherever
 *     they stand, if they have 8 characters or more; default none
 * @since 0.1
 */
@ConfigurationProperties("keystile.redact")
public record RedactConfiguration(
    @Bindable(defaultValue = "warn") Check check, @Nullable List<String> variables) {

  /** What a start does about a log that would show keys. */
  public enum Check {
    /** Refuses it. */
    FAIL,
    /** Says so and goes on. */
    WARN,
    /** Does not look. */
    NONE
  }
}
