package io.keystile.bridge.upstream;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.server.HttpServerConfiguration;
import java.time.Duration;

/**
 * Refuses timeouts that could never strike: while nothing moves, our own server closes the caller's
 * connection first.
 */
@Context
@Requires(beans = UpstreamConfiguration.class)
final class TimeoutCheck {

  TimeoutCheck(UpstreamConfiguration upstream, HttpServerConfiguration server) {
    requireShorter("first-byte-timeout", upstream.firstByteTimeout(), server.getIdleTimeout());
    requireShorter("idle-timeout", upstream.idleTimeout(), server.getIdleTimeout());
  }

  private static void requireShorter(String key, Duration timeout, Duration serverIdle) {
    boolean limited = !serverIdle.isZero() && !serverIdle.isNegative();
    if (limited && timeout.compareTo(serverIdle) >= 0) {
      throw new ConfigurationException(
          "keystile.bridge.upstream."
              + key
              + " must be shorter than micronaut.server.idle-timeout, which is "
              + serverIdle);
    }
  }
}
