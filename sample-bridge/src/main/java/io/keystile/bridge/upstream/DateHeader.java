package io.keystile.bridge.upstream;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.server.HttpServerConfiguration;
import io.netty.handler.codec.DateFormatter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/**
 * When an answer was given, written down once a second. The framework would do so for every answer,
 * at two percent of what the answer costs.
 */
@Singleton
@Requires(beans = UpstreamConfiguration.class)
final class DateHeader {

  private final boolean wanted;
  private final Clock clock;

  private volatile Second last = new Second(Long.MIN_VALUE, "");

  DateHeader(HttpServerConfiguration server, Clock clock) {
    this.wanted = server.isDateHeader();
    this.clock = clock;
  }

  /** Adds the header, unless the server's configuration wants none. */
  void addTo(MutableHttpHeaders headers) {
    if (wanted) {
      headers.set(HttpHeaders.DATE, now());
    }
  }

  private String now() {
    long second = clock.instant().getEpochSecond();
    Second written = last;
    if (written.second != second) {
      written = new Second(second, DateFormatter.format(Date.from(Instant.ofEpochSecond(second))));
      last = written;
    }
    return written.text;
  }

  private record Second(long second, String text) {}
}
