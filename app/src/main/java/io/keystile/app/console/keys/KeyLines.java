package io.keystile.app.console.keys;

import io.keystile.app.console.chart.Sparkline;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.management.KeyUsage;
import io.keystile.auth.management.KeyUsages;
import io.keystile.auth.usage.KeyUses;
import io.keystile.auth.usage.UsageDay;
import io.keystile.auth.usage.UsageHistory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Puts rows together, with one question to the store for each kind of thing in them. */
@Singleton
final class KeyLines {

  private static final int DAYS = 30;

  private final KeyUses uses;
  private final UsageHistory history;
  private final Clock clock;

  KeyLines(KeyUses uses, UsageHistory history, Clock clock) {
    this.uses = uses;
    this.history = history;
    this.clock = clock;
  }

  List<KeyLine> of(List<ManagedKey> keys) {
    Instant now = clock.instant();
    KeyUsages usages = KeyUsages.of(keys, uses::find);
    Map<ApiKeyId, List<UsageDay>> days =
        history.daysOf(
            keys.stream().map(ManagedKey::id).toList(), now.minus(Duration.ofDays(DAYS - 1)), now);
    return keys.stream()
        .map(key -> line(key, usages, days.getOrDefault(key.id(), List.of()), now))
        .toList();
  }

  private static KeyLine line(ManagedKey key, KeyUsages usages, List<UsageDay> days, Instant now) {
    KeyUsage usage = usages.of(key);
    return new KeyLine(
        key,
        key.statusAt(now),
        usage,
        Sparkline.ofDays(accepted(days, now)),
        overlap(key, usages, now),
        KeyAdvice.on(key, usage, now));
  }

  private static List<Long> accepted(List<UsageDay> days, Instant now) {
    Map<LocalDate, Long> counts =
        days.stream().collect(Collectors.toMap(UsageDay::day, day -> day.calls().accepted()));
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return LongStream.rangeClosed(1 - DAYS, 0)
        .map(back -> counts.getOrDefault(today.plusDays(back), 0L))
        .boxed()
        .toList();
  }

  private static KeyLine.@Nullable Overlap overlap(ManagedKey key, KeyUsages usages, Instant now) {
    ManagedKey.PreviousSecret previous = key.previous();
    return previous == null || !previous.endsAt().isAfter(now)
        ? null
        : new KeyLine.Overlap(previous, usages.ofPrevious(key));
  }
}
