package io.keystile.auth;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** What a class says in the log while a test runs, from INFO on. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Logger logger;
  private final Level before;

  private LogLines(Logger logger) {
    this.logger = logger;
    this.before = logger.getLevel();
  }

  public static LogLines of(Class<?> type) {
    return of(type.getName());
  }

  public static LogLines of(String name) {
    LogLines lines = new LogLines((Logger) LoggerFactory.getLogger(name));
    lines.logger.setLevel(Level.INFO);
    lines.start();
    lines.logger.addAppender(lines);
    return lines;
  }

  /** The next line, which must come within a second. */
  public String next() throws InterruptedException {
    return Objects.requireNonNull(lines.poll(1, TimeUnit.SECONDS), "nothing said in a second");
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(event.getFormattedMessage());
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(before);
    stop();
  }
}
