package io.keystile.auth.redact;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Logback contexts of their own, from the text of a configuration. */
final class LogConfigurations {

  private LogConfigurations() {}

  static LoggerContext start(String... elements) {
    LoggerContext context = new LoggerContext();
    configure(context, elements);
    return context;
  }

  static void configure(LoggerContext context, String... elements) {
    String xml = "<configuration>" + String.join("\n", elements) + "</configuration>";
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (JoranException e) {
      throw new IllegalArgumentException(xml, e);
    }
  }

  /** An appender to a file with this encoder inside. */
  static String file(String name, Object path, String encoder) {
    return "<appender name='%s' class='ch.qos.logback.core.FileAppender'><file>%s</file>%s</appender>"
        .formatted(name, path, encoder);
  }

  static String pattern(String pattern) {
    return "<encoder><pattern>" + pattern + "</pattern></encoder>";
  }

  static String root(String... names) {
    return "<root level='TRACE'><appender-ref ref='"
        + String.join("'/><appender-ref ref='", names)
        + "'/></root>";
  }
}
