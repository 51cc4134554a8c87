package io.keystile.auth.redact;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.sift.SiftingAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;

/** All appenders of a Logback context, each once, also those that stand behind others. */
final class LogAppenders {

  private final Set<Appender<ILoggingEvent>> found =
      Collections.newSetFromMap(new IdentityHashMap<>());

  private LogAppenders() {}

  static Set<Appender<ILoggingEvent>> of(LoggerContext context) {
    LogAppenders appenders = new LogAppenders();
    for (Logger logger : context.getLoggerList()) {
      appenders.addAll(logger.iteratorForAppenders());
    }
    return appenders.found;
  }

  private void addAll(Iterator<Appender<ILoggingEvent>> appenders) {
    while (appenders.hasNext()) {
      add(appenders.next());
    }
  }

  @SuppressWarnings("unchecked") // an appender of events passes on events
  private void add(Appender<ILoggingEvent> appender) {
    if (!found.add(appender)) {
      return;
    }
    if (appender instanceof AppenderAttachable<?> attachable) {
      addAll(((AppenderAttachable<ILoggingEvent>) attachable).iteratorForAppenders());
    }
    if (appender instanceof SiftingAppenderBase<?> sifting) {
      ((SiftingAppenderBase<ILoggingEvent>) sifting)
          .getAppenderTracker()
          .allComponents()
          .forEach(this::add);
    }
  }
}
