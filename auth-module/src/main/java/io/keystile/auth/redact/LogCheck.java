package io.keystile.auth.redact;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import io.keystile.auth.secret.KeySecret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tries out, in memory, whether a log would show a key: nothing is written anywhere.
 *
 * @param leaking names of appenders that would write the key
 * @param unchecked names of appenders of which it cannot be told
 */
record LogCheck(List<String> leaking, List<String> unchecked) {

  static LogCheck of(LoggerContext context, KeySecret decoy) {
    LogCheck check = new LogCheck(new ArrayList<>(), new ArrayList<>());
    Decoy events = new Decoy(context, decoy);
    for (Appender<ILoggingEvent> appender : LogAppenders.of(context)) {
      check.look(appender, events);
    }
    return check;
  }

  private void look(Appender<ILoggingEvent> appender, Decoy decoy) {
    Optional<Function<ILoggingEvent, byte[]>> output = output(appender);
    if (output.isPresent()) {
      if (decoy.shows(output.get())) {
        leaking.add(nameOf(appender));
      }
    } else if (!(appender instanceof AsyncAppender)) {
      unchecked.add(nameOf(appender));
    }
  }

  private static Optional<Function<ILoggingEvent, byte[]>> output(
      Appender<ILoggingEvent> appender) {
    if (appender instanceof OutputStreamAppender<ILoggingEvent> stream) {
      Encoder<ILoggingEvent> encoder = stream.getEncoder();
      return encoder == null ? Optional.empty() : Optional.of(encoder::encode);
    }
    return layoutOf(appender).map(layout -> event -> bytes(layout.doLayout(event)));
  }

  /** Appenders with a layout have no common type, only a common method. */
  @SuppressWarnings("unchecked") // an appender of events lays out events
  private static Optional<Layout<ILoggingEvent>> layoutOf(Appender<ILoggingEvent> appender) {
    try {
      Object layout = appender.getClass().getMethod("getLayout").invoke(appender);
      return layout instanceof Layout<?> known
          ? Optional.of((Layout<ILoggingEvent>) known)
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String nameOf(Appender<?> appender) {
    String name = appender.getName() == null ? "(without a name)" : appender.getName();
    return name + " (" + appender.getClass().getName() + ")";
  }
}
