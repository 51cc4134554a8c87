package io.keystile.app.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogConfiguratorTest {

  private static final String OWN_FILE = "logback.configurationFile";

  private final LoggerContext context = new LoggerContext();

  @Test
  void leavesItToAFileOfTheUsers(@TempDir Path folder) throws IOException, JoranException {
    Path file = folder.resolve("own.xml");
    Files.writeString(file, "<configuration><root level=\"ERROR\"/></configuration>");
    System.setProperty(OWN_FILE, file.toString());
    try {
      new ContextInitializer(context).autoConfig();
    } finally {
      System.clearProperty(OWN_FILE);
    }
    assertEquals(Level.ERROR, level(Logger.ROOT_LOGGER_NAME));
    assertNull(appender());
  }

  @Test
  void isFoundWithoutAFile() throws JoranException {
    new ContextInitializer(context).autoConfig();
    assertEquals("System.err", console().getTarget());
  }

  @ParameterizedTest
  @CsvSource({", WARN, INFO", "' ', WARN, INFO", "TRACE, TRACE, TRACE", "off, OFF, OFF"})
  void obeysTheLevelThatIsAskedFor(@Nullable String asked, String root, String own) {
    LogConfigurator.configure(context, asked);
    assertEquals(root, level(Logger.ROOT_LOGGER_NAME).toString());
    assertEquals(own, level("keystile.refused").toString());
    assertEquals(own, level("io.keystile.app").toString());
    assertEquals(Level.OFF, level("io.micronaut.http.server.netty.NettyHttpServer"));
  }

  @Test
  void writesOneLineWithoutKeysToStandardError() {
    LogConfigurator.configure(context, null);
    ConsoleAppender<ILoggingEvent> console = console();
    assertEquals("System.err", console.getTarget());
    Logger logger = context.getLogger("keystile.refused");
    String key = "sk-proj-" + "Ab1".repeat(16);
    LoggingEvent event =
        new LoggingEvent("", logger, Level.INFO, "one\r\ntwo " + key + " ü", null, null);
    event.setInstant(Instant.parse("2026-11-21T10:00:00.250Z"));
    String line = new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    assertTrue(line.startsWith("2026-11-21T10:00:00.250Z INFO  keystile.refused - one two "), line);
    assertTrue(line.endsWith(" ü" + System.lineSeparator()), line);
    assertFalse(line.contains(key), line);
  }

  private Level level(String logger) {
    return context.getLogger(logger).getEffectiveLevel();
  }

  private ConsoleAppender<ILoggingEvent> console() {
    return (ConsoleAppender<ILoggingEvent>) Objects.requireNonNull(appender());
  }

  private @Nullable Appender<ILoggingEvent> appender() {
    return context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR");
  }
}
