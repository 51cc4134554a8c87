package io.keystile.bridge.upstream;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings under {@code keystile.bridge.upstream}; wrong ones stop the start. The provider key
 * is not among them, see {@link ProviderKey}.
 *
 * @param url where the server is, with its path, such as {@code http://127.0.0.1:9000/v1}; needed,
 *     no default
 * @param connectTimeout how long connecting may take; default 5 seconds
 * @param firstByteTimeout how long the server may think before its answer begins; default 4 minutes
 * @param idleTimeout how long the server may be silent within an answer; default 2 minutes
 * @param keepAlive how long an unused connection is kept; default 4 seconds, which is below the 5
 *     after which some servers close it
 */
@Context
@Requires(property = "keystile.bridge.backend", value = "upstream")
@ConfigurationProperties(UpstreamConfiguration.PREFIX)
record UpstreamConfiguration(
    @Nullable String url,
    @Bindable(defaultValue = "5s") Duration connectTimeout,
    @Bindable(defaultValue = "4m") Duration firstByteTimeout,
    @Bindable(defaultValue = "2m") Duration idleTimeout,
    @Bindable(defaultValue = "4s") Duration keepAlive) {

  static final String PREFIX = "keystile.bridge.upstream";

  UpstreamConfiguration {
    requirePositive("connect-timeout", connectTimeout);
    requirePositive("first-byte-timeout", firstByteTimeout);
    requirePositive("idle-timeout", idleTimeout);
    requirePositive("keep-alive", keepAlive);
  }

  private static void requirePositive(String key, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new ConfigurationException(PREFIX + "." + key + " must be longer than zero");
    }
  }
}
