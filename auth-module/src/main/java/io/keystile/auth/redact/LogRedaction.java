package io.keystile.auth.redact;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ConfigurationEvent.EventType;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.SubstituteLoggerFactory;

/**
 * Puts redaction around every encoder of this process's Logback, whatever its configuration says,
 * also when that is read again later. For programs that do not leave it to their operators. It
 * needs Logback on the class path.
 *
 * @since 0.1
 */
public final class LogRedaction {

  private LogRedaction() {}

  /**
   * To be called once, as early as may be.
   *
   * @throws IllegalStateException when another thread is only just starting the log, which cannot
   *     be had then
   */
  public static void enforce() {
    enforce(LoggerFactory.getILoggerFactory());
  }

  static void enforce(ILoggerFactory loggers) {
    if (loggers instanceof SubstituteLoggerFactory) {
      throw new IllegalStateException(
          "The log is being started, keys cannot be kept out of it yet");
    }
    if (loggers instanceof LoggerContext context) {
      enforce(context);
    }
  }

  static void enforce(LoggerContext context) {
    wrapAll(context);
    context.addConfigurationEventListener(
        event -> {
          EventType type = event.getEventType();
          if (type == EventType.CONFIGURATION_ENDED_SUCCESSFULLY
              || type == EventType.CONFIGURATION_ENDED_WITH_XML_PARSING_ERRORS) {
            wrapAll(context);
          }
        });
  }

  static void wrapAll(LoggerContext context) {
    for (Appender<ILoggingEvent> appender : LogAppenders.of(context)) {
      if (appender instanceof OutputStreamAppender<ILoggingEvent> stream
          && stream.getEncoder() != null
          && !isRedacting(stream.getEncoder())) {
        stream.setEncoder(around(stream.getEncoder(), context));
      }
    }
  }

  private static boolean isRedacting(Encoder<ILoggingEvent> encoder) {
    return encoder instanceof RedactingEncoder
        || (encoder instanceof LayoutWrappingEncoder<ILoggingEvent> wrapping
            && wrapping.getLayout() instanceof RedactingLayout);
  }

  private static Encoder<ILoggingEvent> around(
      Encoder<ILoggingEvent> encoder, LoggerContext context) {
    RedactingEncoder redacting = new RedactingEncoder();
    redacting.setContext(context);
    redacting.setEncoder(encoder);
    if (encoder instanceof LayoutWrappingEncoder<ILoggingEvent> wrapping
        && wrapping.getCharset() != null) {
      redacting.setCharset(wrapping.getCharset());
    }
    redacting.start();
    return redacting;
  }
}
