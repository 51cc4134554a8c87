package io.keystile.auth.web;

import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The route that tells the holder of a key about it. Read at start, so that a wrong path stops the
 * start.
 *
 * @param enabled whether it is there; default false: a library adds no route unasked
 * @param path where it is; default {@code /v1/me}
 * @since 0.1
 */
@Context
@ConfigurationProperties("keystile.me")
public record MeConfiguration(
    @OperatorSetting("Whether there is a route that tells the holder of a key about it.")
        @Bindable(defaultValue = "false")
        boolean enabled,
    @OperatorSetting("Where that route is.") @Bindable(defaultValue = "/v1/me") String path) {

  /**
   * @throws IllegalArgumentException when the path is not a plain one
   */
  public MeConfiguration {
    if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
      throw new IllegalArgumentException("keystile.me.path must be a plain path, such as /v1/me");
    }
  }
}
