package io.keystile.app.console.accounts;

import io.keystile.app.console.chart.CallChart;
import io.keystile.app.console.chart.CallChart.Span;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyOrder;
import io.keystile.auth.keys.KeyPage;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.usage.UsageCalls;
import io.keystile.auth.usage.UsageDay;
import io.keystile.auth.usage.UsageHistory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds the keys of an account and how they are used. Blocks. */
@Singleton
final class AccountKeys {

  private static final int DAYS = 30;
  private static final KeyOrder MOST_USED = new KeyOrder(KeyOrder.By.REQUESTS, true);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final ApiKeys keys;
  private final UsageHistory history;
  private final Clock clock;

  AccountKeys(ApiKeys keys, UsageHistory history, Clock clock) {
    this.keys = keys;
    this.history = history;
    this.clock = clock;
  }

  OwnedKeys of(String account) {
    KeyQuery query = KeyQuery.ALL.ownedBy(account).inOrder(MOST_USED);
    KeyPage found = keys.search(query, null, ApiKeys.MAX_PAGE);
    return new OwnedKeys(found.items(), found.nextCursor() != null);
  }

  /** The calls of the last 30 days in UTC; the last one is not over. */
  CallChart days(OwnedKeys owned) {
    Instant now = clock.instant();
    LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - 1);
    Map<LocalDate, UsageCalls> sums = sums(owned, first, now);
    return CallChart.of(
        IntStream.range(0, DAYS)
            .mapToObj(first::plusDays)
            .map(day -> new Span(DAY.format(day), sums.getOrDefault(day, UsageCalls.NONE)))
            .toList(),
        "day");
  }

  private Map<LocalDate, UsageCalls> sums(OwnedKeys owned, LocalDate first, Instant now) {
    Map<LocalDate, UsageCalls> sums = new HashMap<>();
    history
        .daysOf(
            owned.items().stream().map(ManagedKey::id).toList(),
            first.atStartOfDay(ZoneOffset.UTC).toInstant(),
            now)
        .values()
        .forEach(days -> days.forEach(day -> add(sums, day)));
    return sums;
  }

  private static void add(Map<LocalDate, UsageCalls> sums, UsageDay day) {
    sums.merge(day.day(), day.calls(), AccountKeys::sum);
  }

  private static UsageCalls sum(UsageCalls one, UsageCalls other) {
    Map<String, Long> refused = new HashMap<>(one.refused());
    other.refused().forEach((code, count) -> refused.merge(code, count, Long::sum));
    return new UsageCalls(one.accepted() + other.accepted(), refused, Map.of());
  }
}
