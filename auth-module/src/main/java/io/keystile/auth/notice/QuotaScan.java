package io.keystile.auth.notice;

import io.keystile.auth.limit.QuotaUse;
import io.keystile.auth.limit.QuotaUses;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for quotas that are nearly or fully used, among those used since the last look. Blocks. */
@Singleton
final class QuotaScan {

  private static final int NEARLY = 80;
  private static final int FULLY = 100;
  // Longer than a writer may wait for its turn, and than clocks of two machines differ.
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  private final QuotaUses uses;
  private final Notices notices;
  private final Clock clock;
  private Instant since = Instant.EPOCH;

  QuotaScan(QuotaUses uses, Notices notices, Clock clock) {
    this.uses = uses;
    this.notices = notices;
    this.clock = clock;
  }

  synchronized void run() {
    Instant now = clock.instant();
    uses.forEachChangedSince(since, page -> give(page, now));
    since = now.minus(OVERLAP);
  }

  private void give(List<QuotaUse> page, Instant now) {
    List<DueNotice> due = new ArrayList<>();
    for (QuotaUse use : page) {
      DueNotice notice = findDue(use, now);
      if (notice != null) {
        due.add(notice);
      }
    }
    notices.give(due);
  }

  private static @Nullable DueNotice findDue(QuotaUse use, Instant now) {
    int percent = percent(use);
    if (percent < NEARLY) {
      return null;
    }
    NoticedKey key = new NoticedKey(use.key(), use.name(), use.hint(), use.owner());
    return new DueNotice(
        "quota_" + percent,
        use.quota().period().text() + "@" + use.windowStart().toEpochMilli(),
        new KeyNotice.QuotaUsed(
            KeyScan.newId(),
            now,
            key,
            use.quota().toString(),
            percent,
            use.used(),
            use.windowEnd()));
  }

  private static int percent(QuotaUse use) {
    long amount = use.quota().amount();
    if (use.used() >= amount) {
      return FULLY;
    }
    return use.used() * 100 >= amount * NEARLY ? NEARLY : 0;
  }
}
