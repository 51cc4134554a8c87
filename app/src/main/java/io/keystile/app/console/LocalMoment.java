package io.keystile.app.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A date and time as a browser sends it, which does not say where. */
public final class LocalMoment {

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private LocalMoment() {}

  /**
   * The instant at which it is so late in the time zone.
   *
   * @throws IllegalArgumentException when the text or the zone cannot be read, or the instant is
   *     out of range
   */
  public static Instant parse(String text, String zone) {
    try {
      return inRange(LocalDateTime.parse(text.strip()).atZone(ZoneId.of(zone)).toInstant());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "This must be a date and time such as 2027-01-31T09:00.", e);
    }
  }

  private static Instant inRange(Instant moment) {
    if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST)) {
      throw new IllegalArgumentException("This must be between 1970 and 9999.");
    }
    return moment;
  }
}
