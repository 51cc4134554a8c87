package io.keystile.bridge.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.server.HttpServerConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DateHeaderTest {

  private final HttpServerConfiguration server = new HttpServerConfiguration();
  private final MovingClock clock = new MovingClock();

  @Test
  void tellsTheTimeAsHttpWritesIt() {
    assertEquals("Tue, 03 Jun 2025 11:05:30 GMT", added(new DateHeader(server, clock)));
  }

  @Test
  void keepsUpWithTheTime() {
    DateHeader header = new DateHeader(server, clock);
    assertEquals("Tue, 03 Jun 2025 11:05:30 GMT", added(header));
    clock.now = clock.now.plus(Duration.ofMillis(499));
    assertEquals("Tue, 03 Jun 2025 11:05:30 GMT", added(header));
    clock.now = clock.now.plus(Duration.ofMillis(1));
    assertEquals("Tue, 03 Jun 2025 11:05:31 GMT", added(header));
  }

  @Test
  void addsNothingWhereNoneIsWanted() {
    server.setDateHeader(false);
    MutableHttpHeaders headers = HttpResponse.ok().getHeaders();
    new DateHeader(server, clock).addTo(headers);
    assertFalse(headers.contains("Date"));
  }

  private static String added(DateHeader header) {
    MutableHttpHeaders headers = HttpResponse.ok().getHeaders();
    header.addTo(headers);
    return headers.get("Date");
  }

  private static final class MovingClock extends Clock {
    private Instant now = Instant.parse("2025-06-03T11:05:30.500Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
