package io.keystile.app.console.keys;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A date and time as a browser sends it, which does not say where. */
final class LocalMoment {

  private LocalMoment() {}

  /**
   * The instant at which it is so late in the time zone.
   *
   * @throws IllegalArgumentException when the text or the zone cannot be read
   */
  static Instant parse(String text, String zone) {
    try {
      return LocalDateTime.parse(text.strip()).atZone(ZoneId.of(zone)).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "This must be a date and time such as 2027-01-31T09:00.", e);
    }
  }
}
