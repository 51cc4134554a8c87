package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import io.keystile.auth.secret.KeyFormat;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * How new keys are made.
 *
 * @param prefix what generated keys begin with; default {@code ks_}
 * @param defaultScopes the scopes of a key made without any; default {@code *}
 * @since 0.1
 */
@ConfigurationProperties("keystile.keys")
public record KeysConfiguration(
    @Bindable(defaultValue = "ks_") String prefix,
    @Bindable(defaultValue = "*") List<String> defaultScopes) {

  /**
   * Refuses a prefix or scope that cannot be one.
   *
   * @throws IllegalArgumentException when a value is out of range
   */
  public KeysConfiguration {
    KeyFormat.requirePrefix(prefix);
    defaultScopes = Scopes.of(defaultScopes).grants();
  }
}
