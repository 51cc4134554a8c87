package io.keystile.auth.redact;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;

/**
 * A Logback conversion word that takes keys out of what it encloses, as in {@code
 * %redact(%msg%n%ex)}. What stands outside of it is not looked at, so enclose {@code %ex} too:
 * Logback appends it where a pattern does not name it.
 *
 * @since 0.1
 */
public final class RedactingConverter extends CompositeConverter<ILoggingEvent> {

  @Override
  protected String transform(ILoggingEvent event, String enclosed) {
    return Redactor.redact(enclosed);
  }
}
