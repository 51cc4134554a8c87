package io.keystile.auth.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.read.ListAppender;
import io.keystile.auth.TestStore;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class LogGuardTest {

  @TempDir Path folder;

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final OutputStreamAppender<ILoggingEvent> open = new OutputStreamAppender<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void logWithoutRedaction() {
    ch.qos.logback.classic.encoder.PatternLayoutEncoder encoder =
        new ch.qos.logback.classic.encoder.PatternLayoutEncoder();
    encoder.setContext(root.getLoggerContext());
    encoder.setPattern("%msg%n");
    encoder.start();
    open.setContext(root.getLoggerContext());
    open.setName("OPEN");
    open.setEncoder(encoder);
    open.setOutputStream(written);
    open.start();
    root.addAppender(open);
    said.start();
    ((Logger) LoggerFactory.getLogger("keystile.redact")).addAppender(said);
  }

  @AfterEach
  void logAsBefore() {
    root.detachAppender(open);
    ((Logger) LoggerFactory.getLogger("keystile.redact")).detachAppender(said);
  }

  @Test
  void warnsOfALogThatWouldShowKeysAndSaysWhatToDo() {
    start(Map.of()).close();
    String warning = warnings().stream().filter(line -> line.contains("OPEN")).findAny().orElse("");
    assertTrue(warning.contains("RedactingEncoder"), warnings()::toString);
    assertFalse(written.toString(StandardCharsets.UTF_8).contains("decoy"));
  }

  @Test
  void refusesTheStartWhereThatIsAskedFor() {
    Exception failure =
        assertThrows(Exception.class, () -> start(Map.of("keystile.redact.check", "fail")).close());
    assertTrue(String.valueOf(failure.getMessage()).contains("OPEN"), failure::toString);
  }

  @Test
  void looksAtNothingWhereThatIsAskedFor() {
    start(Map.of("keystile.redact.check", "none")).close();
    assertEquals(List.of(), warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"micronaut.server.netty.log-level", "micronaut.http.client.log-level"})
  void warnsOfDumpsByteByByte(String name) {
    start(Map.of(name, "trace")).close();
    assertTrue(warnings().stream().anyMatch(line -> line.contains(name)), warnings()::toString);
  }

  @Test
  void knowsTheSecretsAmongTheSettings() {
    String pepper = "a pepper that is long enough for everybody";
    start(
            Map.of(
                "keystile.keys.pepper", pepper,
                "keystile.redact.variables", "SHOP_PASSPHRASE",
                "SHOP_PASSPHRASE", "swordfish-7",
                "keystile.keys.prefix", "shop-"))
        .close();
    assertEquals("a **** b", Redactor.redact("a " + pepper + " b"));
    assertEquals("a **** b", Redactor.redact("a swordfish-7 b"));
    assertEquals("xshop-****", Redactor.redact("xshop-0123456789ABCDEFGHIJKLMNOPQRSTUVWX"));
  }

  private TestStore start(Map<String, Object> settings) {
    return TestStore.open(folder.resolve("keys.db"), settings);
  }

  private List<String> warnings() {
    return said.list.stream()
        .filter(event -> event.getLevel() == Level.WARN)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }
}
