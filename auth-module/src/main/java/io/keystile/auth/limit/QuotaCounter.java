package io.keystile.auth.limit;

import io.keystile.auth.LimitState;
import io.keystile.auth.keys.Quota;
import io.keystile.auth.keys.QuotaWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The use of one quota in its current window: what the store knows, and what it has not been told
 * yet. Instants are milliseconds since the epoch. For one thread at a time.
 */
final class QuotaCounter {

  private final String period;
  private long start;
  private long end;
  private long stored;
  private long pending;
  private long sent;

  QuotaCounter(String period) {
    this.period = period;
  }

  String period() {
    return period;
  }

  /** How many milliseconds until the cost fits: 0 when it does, or {@link Allowance#NEVER}. */
  long waitFor(Quota quota, long cost, long now) {
    if (cost > quota.amount()) {
      return Allowance.NEVER;
    }
    return used(now) + cost <= quota.amount() ? 0 : end - now;
  }

  void take(Quota quota, long cost, long now) {
    if (now >= end) {
      begin(quota.windowAt(Instant.ofEpochMilli(now)));
    }
    pending += cost;
  }

  LimitState.Left left(Quota quota, long now) {
    long from = now < end ? start : now;
    QuotaWindow next = quota.windowAt(Instant.ofEpochMilli(from));
    long used = used(now);
    return new LimitState.Left(
        LimitState.QUOTA + period,
        quota.amount(),
        next.end().getEpochSecond() - next.start().getEpochSecond(),
        Math.max(0, quota.amount() - used),
        used == 0 ? 0 : Allowance.ceilSeconds(end - now));
  }

  /** When the current window ends. */
  Instant end() {
    return Instant.ofEpochMilli(end);
  }

  boolean isUnsaved() {
    return pending > 0;
  }

  /** What the store has to be told, or null when it knows everything. */
  @Nullable QuotaRow send(String keyId, long now) {
    sent = pending;
    return sent == 0 ? null : new QuotaRow(keyId, period, start, end, sent, now);
  }

  /** The store has taken what was sent, and this is its row now. */
  void settle(QuotaRow row, long now) {
    pending -= sent;
    sent = 0;
    read(row, now);
  }

  /** What the store says, which may hold the use of other processes. */
  void read(QuotaRow row, long now) {
    if (row.windowEnd() <= now || row.windowEnd() <= start) {
      return;
    }
    if (row.windowStart() >= end) {
      clear();
    }
    start = row.windowStart();
    end = row.windowEnd();
    // Use only grows within a window: a smaller number was read before a larger one.
    stored = Math.max(stored, row.used());
  }

  private long used(long now) {
    return now < end ? stored + pending : 0;
  }

  private void begin(QuotaWindow window) {
    clear();
    start = window.start().toEpochMilli();
    end = window.end().toEpochMilli();
  }

  private void clear() {
    stored = 0;
    pending = 0;
    sent = 0;
  }
}
