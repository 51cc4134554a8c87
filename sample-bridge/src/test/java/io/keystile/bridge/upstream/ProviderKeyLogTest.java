package io.keystile.bridge.upstream;

import static io.keystile.bridge.upstream.Upstreams.CHAT;
import static io.keystile.bridge.upstream.Upstreams.KEY;
import static io.keystile.bridge.upstream.Upstreams.bridgeTo;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.keystile.bridge.Bridge;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ProviderKeyLogTest {

  @Test
  void theProviderKeyIsInNoLogLineAtAnyLevel() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level usual = root.getLevel();
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    root.setLevel(Level.TRACE);
    try (ScriptedServer server =
            ScriptedServer.start(exchange -> exchange.send("no http " + KEY + "\r\n\r\n"));
        Bridge bridge = bridgeTo(server.url())) {
      bridge.send(bridge.chat(CHAT));
    } finally {
      root.setLevel(usual);
      root.detachAppender(lines);
    }
    assertFalse(lines.list.isEmpty());
    for (ILoggingEvent line : List.copyOf(lines.list)) {
      assertFalse(text(line).contains(KEY), line.getLoggerName());
    }
  }

  private static String text(ILoggingEvent line) {
    String thrown = line.getThrowableProxy() == null ? "" : line.getThrowableProxy().getMessage();
    return line.getFormattedMessage() + thrown;
  }
}
