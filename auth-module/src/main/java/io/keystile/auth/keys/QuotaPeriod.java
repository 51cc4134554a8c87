package io.keystile.auth.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * How long a quota counts before it begins anew.
 *
 * @since 0.1
 */
public sealed interface QuotaPeriod {

  /** As it is written, {@code day}, {@code month} or {@code 30d}; a key has each at most once. */
  String text();

  /** The window that begins with, or holds, a first use at the instant. */
  QuotaWindow windowAt(Instant firstUse, ZoneId zone);

  /** A period of the calendar, from midnight to midnight in the quota's zone. */
  enum Calendar implements QuotaPeriod {
    /** From the first moment of a day to the first of the next: 23 to 25 hours. */
    DAY,
    /** From the first moment of a month to the first of the next. */
    MONTH;

    @Override
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public QuotaWindow windowAt(Instant firstUse, ZoneId zone) {
      LocalDate today = LocalDate.ofInstant(firstUse, zone);
      LocalDate first = this == DAY ? today : today.withDayOfMonth(1);
      LocalDate next = this == DAY ? first.plusDays(1) : first.plusMonths(1);
      return new QuotaWindow(
          first.atStartOfDay(zone).toInstant(), next.atStartOfDay(zone).toInstant());
    }
  }

  /**
   * A period of fixed length that begins with the first use.
   *
   * @param length 1 second to 366 days, in whole seconds
   */
  record Rolling(Duration length) implements QuotaPeriod {

    public Rolling {
      Spans.requireRange(length);
    }

    @Override
    public String text() {
      return Spans.format(length);
    }

    @Override
    public QuotaWindow windowAt(Instant firstUse, ZoneId zone) {
      return new QuotaWindow(firstUse, firstUse.plus(length));
    }
  }
}
