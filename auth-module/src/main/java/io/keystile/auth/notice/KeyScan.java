package io.keystile.auth.notice;

import com.github.f4b6a3.ulid.UlidCreator;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Looks for keys that end soon and for keys that nobody uses. After {@value #MOST} notices of a
 * kind the rest are left to the next look. Blocks.
 */
@Singleton
final class KeyScan {

  static final int MOST = 1_000;

  private static final int PAGE = 200;
  private static final int WALK = 500;
  // Behind every id: they begin with key_.
  private static final String LAST = "l";
  private static final int[] STEPS = {1, 7, 30};
  private static final String UNUSED = "unused";
  private static final Duration KEPT = Duration.ofDays(400);

  private final NoticeRepository repository;
  private final Notices notices;
  private final StoreTransactions transactions;
  private final NoticesConfiguration configuration;
  private final Clock clock;

  KeyScan(
      NoticeRepository repository,
      Notices notices,
      StoreTransactions transactions,
      NoticesConfiguration configuration,
      Clock clock) {
    this.repository = repository;
    this.notices = notices;
    this.transactions = transactions;
    this.configuration = configuration;
    this.clock = clock;
  }

  void run() {
    Instant now = clock.instant();
    int nearer = 0;
    for (int days : STEPS) {
      expiring(now, nearer, days);
      nearer = days;
    }
    unused(now);
    transactions.write("old notices", () -> repository.removeOlder(now.minus(KEPT).toEpochMilli()));
  }

  private void expiring(Instant now, int nearer, int days) {
    String kind = "expires_" + days;
    long after = now.plus(Duration.ofDays(nearer)).toEpochMilli();
    long until = now.plus(Duration.ofDays(days)).toEpochMilli();
    long span = Duration.ofDays(days).toMillis();
    for (int given = 0; given < MOST; given += PAGE) {
      List<FoundKeyRow> found =
          transactions.read(
              "keys that end soon", () -> repository.findExpiring(after, until, span, kind, PAGE));
      give(found, kind, row -> expiring(now, row, days));
      if (found.size() < PAGE) {
        return;
      }
    }
  }

  /** Page by page of all keys, so that no look holds the store for long. */
  private void unused(Instant now) {
    int given = 0;
    String after = "";
    while (given < MOST && !after.equals(LAST)) {
      String from = after;
      String until =
          transactions.read(
              "unused keys", () -> repository.findPageEnd(from, WALK - 1).orElse(LAST));
      given += unused(now, from, until);
      after = until;
    }
  }

  private int unused(Instant now, String after, String until) {
    long since = now.minus(configuration.unusedAfter()).toEpochMilli();
    List<FoundKeyRow> found =
        transactions.read(
            "unused keys",
            () -> repository.findUnused(after, until, since, now.toEpochMilli(), UNUSED));
    give(found, UNUSED, row -> unused(now, row));
    return found.size();
  }

  private void give(List<FoundKeyRow> found, String kind, Function<FoundKeyRow, KeyNotice> notice) {
    notices.give(
        found.stream()
            .map(row -> new DueNotice(kind, Long.toString(row.instant()), notice.apply(row)))
            .toList());
  }

  private static KeyNotice expiring(Instant now, FoundKeyRow row, int days) {
    return new KeyNotice.Expiring(
        newId(), now, row.key(), Instant.ofEpochMilli(row.instant()), days);
  }

  private static KeyNotice unused(Instant now, FoundKeyRow row) {
    return new KeyNotice.Unused(newId(), now, row.key(), Instant.ofEpochMilli(row.instant()));
  }

  static String newId() {
    return "evt_" + UlidCreator.getMonotonicUlid();
  }
}
