package io.keystile.app.console.chart;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Charts of what became of calls: of the last 24 hours, or of the last 30 days in UTC. The last
 * span of each is not over. Safe for several threads; blocks.
 */
@Singleton
public final class CallCharts {

  private static final int HOURS = 24;
  private static final int DAYS = 30;
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final UsageHistory history;
  private final Clock clock;

  CallCharts(UsageHistory history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  /** The hours of a key. */
  public CallChart hoursOf(ApiKeyId id) {
    return hours((from, to) -> history.of(id, from, to));
  }

  /** The days of a key. */
  public CallChart daysOf(ApiKeyId id) {
    return days((from, to) -> history.daysOf(id, from, to));
  }

  /** The days of several keys together. */
  public CallChart daysOf(Collection<ApiKeyId> ids) {
    return days(
        (from, to) ->
            history.daysOf(ids, from, to).values().stream().flatMap(List::stream).toList());
  }

  /** The hours of all calls, whether their key was known or not. */
  public CallChart hoursOfAll() {
    return hours(history::ofAll);
  }

  /** The days of all calls. */
  public CallChart daysOfAll() {
    return days(history::daysOfAll);
  }

  private CallChart hours(BiFunction<Instant, Instant, List<UsageHour>> reader) {
    Instant now = clock.instant();
    Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1));
    Map<Instant, UsageCalls> calls =
        reader.apply(first, now).stream()
            .collect(Collectors.toMap(UsageHour::start, UsageHour::calls));
    return CallChart.of(
        IntStream.range(0, HOURS)
            .mapToObj(hour -> first.plus(Duration.ofHours(hour)))
            .map(hour -> new Span(HOUR.format(hour), calls.getOrDefault(hour, UsageCalls.NONE)))
            .toList(),
        "hour");
  }

  private CallChart days(BiFunction<Instant, Instant, List<UsageDay>> reader) {
    Instant now = clock.instant();
    LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - 1);
    Map<LocalDate, UsageCalls> calls =
        reader.apply(first.atStartOfDay(ZoneOffset.UTC).toInstant(), now).stream()
            .collect(Collectors.toMap(UsageDay::day, UsageDay::calls, CallCharts::sum));
    return CallChart.of(
        IntStream.range(0, DAYS)
            .mapToObj(first::plusDays)
            .map(day -> new Span(DAY.format(day), calls.getOrDefault(day, UsageCalls.NONE)))
            .toList(),
        "day");
  }

  private static UsageCalls sum(UsageCalls one, UsageCalls other) {
    Map<String, Long> refused = new HashMap<>(one.refused());
    other.refused().forEach((code, count) -> refused.merge(code, count, Long::sum));
    return new UsageCalls(one.accepted() + other.accepted(), refused, Map.of());
  }
}
