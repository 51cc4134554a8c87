package io.keystile.app.console.keys;

import io.keystile.app.console.chart.CallChart;
import io.keystile.app.console.chart.CallChart.Span;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.usage.UsageCalls;
import io.keystile.auth.usage.UsageDay;
import io.keystile.auth.usage.UsageHistory;
import io.keystile.auth.usage.UsageHour;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Charts of what became of the calls of one key. */
@Singleton
final class KeyCalls {

  private static final int HOURS = 24;
  private static final int DAYS = 30;
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final UsageHistory history;
  private final Clock clock;

  KeyCalls(UsageHistory history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  /** The last 24 hours; the last one is not over. */
  CallChart hours(ApiKeyId id) {
    Instant now = clock.instant();
    Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1));
    Map<Instant, UsageCalls> calls =
        history.of(id, first, now).stream()
            .collect(Collectors.toMap(UsageHour::start, UsageHour::calls));
    return CallChart.of(
        IntStream.range(0, HOURS)
            .mapToObj(hour -> first.plus(Duration.ofHours(hour)))
            .map(hour -> new Span(HOUR.format(hour), calls.getOrDefault(hour, UsageCalls.NONE)))
            .toList(),
        "hour");
  }

  /** The last 30 days in UTC; the last one is not over. */
  CallChart days(ApiKeyId id) {
    Instant now = clock.instant();
    LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - 1);
    Map<LocalDate, UsageCalls> calls =
        history.daysOf(id, first.atStartOfDay(ZoneOffset.UTC).toInstant(), now).stream()
            .collect(Collectors.toMap(UsageDay::day, UsageDay::calls));
    return CallChart.of(
        IntStream.range(0, DAYS)
            .mapToObj(first::plusDays)
            .map(day -> new Span(DAY.format(day), calls.getOrDefault(day, UsageCalls.NONE)))
            .toList(),
        "day");
  }
}
