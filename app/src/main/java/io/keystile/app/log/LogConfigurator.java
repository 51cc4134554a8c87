package io.keystile.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.OptionHelper;
import io.keystile.auth.redact.RedactingLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The log of the program: to standard error, since standard output is for results, without keys. A
 * file of the user's, where Logback looks for one, comes first; a file of our own would cost every
 * start the time to load an XML parser. Stateless.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {

  /** The variable, or system property, that sets every level. */
  static final String LEVEL = "KEYSTILE_LOG_LEVEL";

  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level %logger{30}"
          + " - %replace(%msg){'\\p{Cntrl}+', ' '}%n";
  // It would tell a second time, and worse, that the server cannot listen.
  private static final String LISTENER = "io.micronaut.http.server.netty.NettyHttpServer";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (findsFile(context)) {
      return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
    String level = OptionHelper.getSystemProperty(LEVEL);
    configure(context, level == null ? OptionHelper.getEnv(LEVEL) : level);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  // Logback itself would look only after this.
  private static boolean findsFile(LoggerContext context) {
    DefaultJoranConfigurator files = new DefaultJoranConfigurator();
    files.setContext(context);
    return files.configure(context) == ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /**
   * @param level what the user asks for, or null
   */
  static void configure(LoggerContext context, @Nullable String level) {
    context.getStatusManager().add(new NopStatusListener());
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(standardError(context));
    root.setLevel(chosen(level, Level.WARN));
    context.getLogger("keystile").setLevel(chosen(level, Level.INFO));
    context.getLogger("io.keystile").setLevel(chosen(level, Level.INFO));
    context.getLogger(LISTENER).setLevel(Level.OFF);
  }

  private static Level chosen(@Nullable String level, Level usual) {
    return level == null || level.isBlank() ? usual : Level.toLevel(level);
  }

  private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext context) {
    RedactingLayout layout = new RedactingLayout();
    layout.setContext(context);
    layout.setPattern(PATTERN);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName("STDERR");
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
