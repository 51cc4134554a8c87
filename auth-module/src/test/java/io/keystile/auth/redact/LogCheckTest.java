package io.keystile.auth.redact;

import static io.keystile.auth.redact.LogConfigurations.file;
import static io.keystile.auth.redact.LogConfigurations.pattern;
import static io.keystile.auth.redact.LogConfigurations.root;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import io.keystile.auth.secret.KeySecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCheckTest {

  private static final KeySecret DECOY = KeySecret.of("ks_0123456789ABCDEFGHIJKLMNOPQRSTUV");
  private static final String REDACT =
      "<conversionRule conversionWord='redact'"
          + " class='io.keystile.auth.redact.RedactingConverter'/>";
  private static final String LAYOUT =
      "<encoder class='ch.qos.logback.core.encoder.LayoutWrappingEncoder'>"
          + "<layout class='io.keystile.auth.redact.RedactingLayout'><pattern>%msg %mdc %kvp%n"
          + "</pattern></layout></encoder>";
  private static final String JSON =
      "<encoder class='ch.qos.logback.classic.encoder.JsonEncoder'/>";

  @TempDir Path folder;

  private LoggerContext context = new LoggerContext();

  @AfterEach
  void stop() {
    context.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%msg%n",
        "%mdc",
        "%marker",
        "%kvp",
        "%ex",
        "%level%n",
        "%redact(%msg)%n",
        "%.-20msg%nopex",
        "%mdc{decoy}",
        "%replace(%msg){'ks_','hidden'}%nopex"
      })
  void findsThatAPatternShowsTheKey(String pattern) throws IOException {
    assertEquals(1, check(pattern(pattern)).leaking().size());
    assertEquals(0, Files.size(folder.resolve("a.log")), "nothing was written");
  }

  @Test
  void findsThatJsonShowsTheKey() {
    assertEquals(1, check(JSON).leaking().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<encoder><pattern>%redact(%msg %mdc %marker %kvp%n%ex)</pattern></encoder>",
        "<encoder><pattern>%d %level%nopex</pattern></encoder>",
        "<encoder class='io.keystile.auth.redact.RedactingEncoder'>" + JSON + "</encoder>",
        "<encoder"
            + " class='io.keystile.auth.redact.RedactingEncoder'><charset>UTF-16</charset><encoder>"
            + "<charset>UTF-16</charset><pattern>%msg%n</pattern></encoder></encoder>",
        LAYOUT
      })
  void isContentWithOneThatRedacts(String encoder) {
    assertEquals(new LogCheck(List.of(), List.of()), check(encoder));
  }

  @Test
  void looksBehindAsyncAppenders() {
    context =
        LogConfigurations.start(
            file("FILE", folder.resolve("a.log"), pattern("%msg")),
            "<appender name='ASYNC' class='ch.qos.logback.classic.AsyncAppender'>"
                + "<appender-ref ref='FILE'/></appender>",
            root("ASYNC"));
    LogCheck check = LogCheck.of(context, DECOY);
    assertEquals(List.of("FILE (ch.qos.logback.core.FileAppender)"), check.leaking());
    assertEquals(List.of(), check.unchecked());
  }

  @Test
  void namesAppendersOfWhichItCannotTell() {
    Silent silent = new Silent();
    silent.setName("ELSEWHERE");
    context.getLogger("some.name").addAppender(silent);
    LogCheck check = LogCheck.of(context, DECOY);
    assertEquals(List.of("ELSEWHERE (" + Silent.class.getName() + ")"), check.unchecked());
    assertEquals(List.of(), check.leaking());
  }

  @Test
  void looksAtLayoutsOfOtherAppenders() {
    context =
        LogConfigurations.start(
            "<appender name='SYSLOG' class='ch.qos.logback.classic.net.SyslogAppender'>"
                + "<syslogHost>127.0.0.1</syslogHost><facility>USER</facility>"
                + "<suffixPattern>%msg</suffixPattern></appender>",
            root("SYSLOG"));
    assertEquals(1, LogCheck.of(context, DECOY).leaking().size());
  }

  @Test
  void isContentOnceEverythingIsWrapped() throws IOException {
    check(JSON);
    context.setMDCAdapter(new LogbackMDCAdapter());
    LogRedaction.wrapAll(context);
    assertEquals(List.of(), LogCheck.of(context, DECOY).leaking());
    context.getLogger("x").info("now {}", DECOY.exposeText());
    String written = Files.readString(folder.resolve("a.log"));
    assertTrue(written.contains("ks_****"), written);
    assertFalse(written.contains("ABCDEFGH"), written);
  }

  @Test
  void keepsWrappingWhenTheConfigurationIsReadAgain() {
    LogRedaction.enforce(context);
    check(pattern("%msg"));
    assertEquals(List.of(), LogCheck.of(context, DECOY).leaking());
    context.reset();
    check(JSON);
    assertEquals(List.of(), LogCheck.of(context, DECOY).leaking());
  }

  private LogCheck check(String encoder) {
    LogConfigurations.configure(
        context, REDACT, file("FILE", folder.resolve("a.log"), encoder), root("FILE"));
    return LogCheck.of(context, DECOY);
  }

  private static final class Silent extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {}
  }
}
