package io.keystile.auth.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.keystile.auth.ApiKey;
import io.keystile.auth.TestServer;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyImport;
import io.keystile.auth.keys.KeyImporter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Everything is logged, and the key is nowhere: not in the log, the database or the process. */
class LeakTest {

  private static final String SPEC = "LeakTest";
  private static final String IMPORTED = "imported,key;with\"signs'12345678";

  @TempDir Path folder;
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final FileAppender<ILoggingEvent> appender = new FileAppender<>();
  private Appender<ILoggingEvent> console;
  private Path log;

  @BeforeEach
  void logEverything() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    log = folder.resolve("all.log");
    RedactingLayout layout = new RedactingLayout();
    layout.setContext(context);
    layout.setPattern("%date %level %logger %msg %mdc%n%ex");
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(layout);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setFile(log.toString());
    appender.start();
    console = root.getAppender("STDOUT");
    root.detachAppender(console);
    root.addAppender(appender);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void logLessAgain() {
    root.setLevel(Level.WARN);
    root.detachAppender(appender);
    root.addAppender(console);
    appender.stop();
  }

  @Test
  void findsTheKeyNowhere() throws IOException {
    String text;
    try (TestServer server =
        TestServer.start(SPEC, folder, Map.of("keystile.reading.query", true))) {
      IssuedKey key = server.issue("first");
      text = key.secret().exposeText();
      server
          .bean(KeyImporter.class)
          .importKeys(List.of(IMPORTED), new KeyImport("imported", null, false));
      assertEquals(200, server.get("/leak", "Authorization", "Bearer " + text).statusCode());
      assertEquals(200, server.get("/leak", "X-API-Key", text).statusCode());
      assertEquals(200, server.get("/leak?api_key=" + text).statusCode());
      assertEquals(200, server.get("/leak", "Authorization", "Bearer " + IMPORTED).statusCode());
      assertEquals(200, server.get("/leak", "X-API-Key", IMPORTED).statusCode());
      assertEquals(500, server.get("/leak/throws", "Authorization", "Bearer " + text).statusCode());
      server.bean(ApiKeys.class).disable(key.key().id());
      assertEquals(401, server.get("/leak", "Authorization", "Bearer " + text).statusCode());
      assertEquals(401, server.get("/leak?api_key=" + text).statusCode());
      scan(text);
    }
    scan(text);
    assertTrue(Files.readString(log).contains("****"), "something was redacted");
  }

  private void scan(String key) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertHidden(key, file);
      }
    }
    assertHidden(key, Path.of("/proc/self/cmdline"));
    assertHidden(key, Path.of("/proc/self/environ"));
  }

  private static void assertHidden(String key, Path file) throws IOException {
    String content =
        Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
    for (String secret : List.of(key, key.substring(3), IMPORTED, IMPORTED.substring(9))) {
      int at = content.indexOf(secret);
      assertFalse(at >= 0, () -> "a key is in " + file + ": " + around(content, at));
    }
  }

  private static String around(String content, int at) {
    return content.substring(Math.max(0, at - 100), Math.min(content.length(), at + 20));
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/leak")
  @ApiKeyProtected
  static class Guarded {

    @Get(produces = "text/plain")
    String show(ApiKey key) {
      return key.name();
    }

    @Get("/throws")
    String fail(@Header("Authorization") String authorization) {
      throw new IllegalStateException("with " + authorization, new IOException(authorization));
    }
  }
}
