package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import io.keystile.auth.annotation.OperatorSetting;
import io.keystile.auth.secret.KeyFormat;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How new keys are made.
 *
 * @param prefix what generated keys begin with; default {@code ks_}
 * @param defaultScopes the scopes of a key made without any; default {@code *}
 * @param maxLifetime how long a key may live at the most, or null for no limit; a key made without
 *     an end gets this one
 * @param recoverable whether a sealed copy of each new key is kept, so that it can be shown again;
 *     default false
 * @since 0.1
 */
@Introspected
@ConfigurationProperties("keystile.keys")
public record KeysConfiguration(
    @OperatorSetting(value = "What generated keys begin with.", live = true)
        @Bindable(defaultValue = "ks_")
        String prefix,
    @OperatorSetting(
            value = "The scopes of a key made without any.",
            live = true,
            whenUnusable = " ")
        @Bindable(defaultValue = "*")
        List<String> defaultScopes,
    @OperatorSetting(
            value = "How long a key may live at the most; a key made without an end gets this one.",
            live = true,
            whenUnusable = "1h")
        @Nullable Duration maxLifetime,
    @OperatorSetting(
            "Whether a sealed copy of each new key is kept, so that it can be shown again.")
        @Bindable(defaultValue = "false")
        boolean recoverable) {

  /**
   * Refuses a prefix or scope that cannot be one.
   *
   * @throws IllegalArgumentException when a value is out of range
   */
  public KeysConfiguration {
    KeyFormat.requirePrefix(prefix);
    if (maxLifetime != null && (maxLifetime.isNegative() || maxLifetime.isZero())) {
      throw new IllegalArgumentException("keystile.keys.max-lifetime must be longer than nothing");
    }
    defaultScopes =
        Scopes.of(defaultScopes.stream().map(String::strip).filter(s -> !s.isEmpty()).toList())
            .grants();
  }
}
