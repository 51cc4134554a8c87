package io.keystile.auth.redact;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.keystile.auth.secret.KeySecret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.event.KeyValuePair;
import org.slf4j.helpers.BasicMarkerFactory;

/** Events that hold a key nobody knows in every place an event can hold it, at every level. */
final class Decoy {

  private static final List<Level> LEVELS =
      List.of(Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR);

  /** Less than a third of a key may show: a pattern may cut what it writes. */
  private static final int READABLE = 10;

  private final Logger logger;
  private final String key;

  Decoy(LoggerContext context, KeySecret key) {
    this.logger = context.getLogger("keystile.decoy");
    this.key = key.exposeText();
  }

  /** Whether the key can be read in what becomes of the events. */
  boolean shows(Function<ILoggingEvent, byte[]> output) {
    return LEVELS.stream().map(this::event).map(output).anyMatch(this::isReadable);
  }

  private LoggingEvent event(Level level) {
    Exception cause = new IllegalStateException("decoy cause " + key);
    Exception thrown = new IllegalArgumentException("decoy failure " + key, cause);
    thrown.addSuppressed(new IllegalStateException("decoy suppressed " + key));
    LoggingEvent event =
        new LoggingEvent(
            Decoy.class.getName(),
            logger,
            level,
            "decoy " + key + " in a message, {} in an argument",
            thrown,
            new Object[] {key});
    event.setMDCPropertyMap(Map.of("decoy", key));
    event.addMarker(new BasicMarkerFactory().getDetachedMarker("decoy " + key));
    event.addKeyValuePair(new KeyValuePair("decoy", key));
    return event;
  }

  private boolean isReadable(byte[] written) {
    if (written == null) {
      return false;
    }
    // Without its zeros UTF-16 reads like ASCII.
    String text = new String(written, StandardCharsets.ISO_8859_1).replace("\0", "");
    for (int at = key.length() - 2 * READABLE; at + READABLE <= key.length(); at++) {
      if (text.contains(key.substring(at, at + READABLE))) {
        return true;
      }
    }
    int body = key.length() - 32;
    return text.contains(key.substring(body, body + READABLE));
  }
}
