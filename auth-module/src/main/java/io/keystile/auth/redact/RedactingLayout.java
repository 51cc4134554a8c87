package io.keystile.auth.redact;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * A Logback pattern layout that takes keys out of the finished line: message, arguments, exceptions
 * and all. Use it in {@code logback.xml} as the layout of a {@code LayoutWrappingEncoder}.
 *
 * @since 0.1
 */
public final class RedactingLayout extends PatternLayout {

  @Override
  public String doLayout(ILoggingEvent event) {
    return Redactor.redact(super.doLayout(event));
  }
}
