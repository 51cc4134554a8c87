package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RelayWarningTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger("keystile.proxies");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Instant now = Instant.parse("2027-01-31T09:00:00Z");

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(log);
  }

  @Test
  void warnsAtOnceAndThenOnceAnHour() {
    RelayWarning warning = new RelayWarning(new Ticking());
    for (int i = 0; i < 100; i++) {
      warning.relayed("Via");
    }
    assertEquals(1, lines().size());
    assertTrue(lines().get(0).startsWith("1 request(s)"), lines().get(0));
    assertTrue(lines().get(0).contains("keystile.trusted-proxies"), lines().get(0));
    now = now.plusSeconds(3599);
    warning.relayed("Via");
    assertEquals(1, lines().size());
    now = now.plusSeconds(1);
    warning.relayed("Via");
    assertEquals(2, lines().size());
    assertTrue(lines().get(1).startsWith("101 request(s)"), lines().get(1));
  }

  private List<String> lines() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private final class Ticking extends Clock {

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
