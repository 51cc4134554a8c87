package io.keystile.auth.usage;

import java.time.Instant;

/** Hours since the epoch, as they stand in the table. */
final class Hours {

  private static final long MILLIS = 3_600_000;

  private Hours() {}

  static long of(long millis) {
    return Math.floorDiv(millis, MILLIS);
  }

  /** The hour that the instant is in; instants beyond the reach of milliseconds stay countable. */
  static long of(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), MILLIS / 1000);
  }

  /** The first hour that is over or begins at the instant or after it. */
  static long ending(Instant instant) {
    long hour = of(instant);
    return start(hour).equals(instant) ? hour : hour + 1;
  }

  static Instant start(long hour) {
    return Instant.ofEpochSecond(hour * (MILLIS / 1000));
  }
}
