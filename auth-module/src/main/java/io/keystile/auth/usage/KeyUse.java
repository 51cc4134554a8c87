package io.keystile.auth.usage;

import io.keystile.auth.address.ClientIp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The counter of one secret: what was not written yet. Recording an accepted call costs one atomic
 * operation and makes no garbage, but for the first one after it was written. It is the cell of its
 * accepted calls rather than having one, and a cached key is its own counter, because each object
 * more is one more place in memory to wait for. Safe for several threads.
 *
 * @since 0.1
 */
public abstract class KeyUse extends HourCell {

  private static final AtomicLongFieldUpdater<KeyUse> LAST_AT =
      AtomicLongFieldUpdater.newUpdater(KeyUse.class, "lastAt");

  private final UseQueue dirty;
  private volatile boolean queued;
  private volatile long lastAt;
  private @Nullable ClientIp lastFrom;

  /**
   * @param uses writes down what is counted
   */
  protected KeyUse(KeyUses uses) {
    this(uses.dirty());
  }

  KeyUse(UseQueue dirty) {
    this.dirty = dirty;
  }

  /** The id of the key; made anew each time, because a text for each counter would be dear. */
  protected abstract String keyId();

  /** Which of the key's secrets it counts for. */
  public abstract int generation();

  /**
   * Counts one accepted call.
   *
   * @param now in milliseconds since the epoch
   * @param from the caller's address, or null when it is not known
   */
  public final void record(long now, @Nullable ClientIp from) {
    LAST_AT.lazySet(this, now);
    keepCaller(from);
    // Only now, because the atomic step makes the others visible.
    increment(Hours.of(now));
    queue();
  }

  // A look at what was kept last would be one more place in memory to wait for, and a write of a
  // reference costs more than a comparison; callers are most often the same value as before.
  @SuppressWarnings("ReferenceEquality")
  private void keepCaller(@Nullable ClientIp from) {
    if (from != lastFrom) {
      lastFrom = from;
    }
  }

  /** Takes what is to be written; whatever is recorded from now on queues again. */
  final TakenUse take() {
    queued = false;
    List<UsageRow> rows = new ArrayList<>(2);
    take(UsageRow.ACCEPTED, this, rows);
    takeRefusals(rows);
    long requests = 0;
    for (UsageRow row : rows) {
      requests += row.accepted() ? row.requests() : 0;
    }
    ClientIp from = lastFrom;
    return new TakenUse(
        requests == 0
            ? null
            : new UseRow(
                keyId(), generation(), requests, lastAt, from == null ? null : from.toString()),
        rows);
  }

  /** Adds what was refused, where that is counted here. */
  void takeRefusals(List<UsageRow> rows) {}

  /** Takes back what could not be written. */
  final void restore(TakenUse taken) {
    for (UsageRow row : taken.hours()) {
      cellOf(row).restore(row.hour(), row.requests());
    }
    queue();
  }

  /** Where such calls are counted. */
  HourCell cellOf(UsageRow row) {
    return this;
  }

  final void queue() {
    // Of two threads that meet here both add it, which does no harm.
    if (!queued) {
      queued = true;
      dirty.add(this);
    }
  }

  final void take(String reason, HourCell cell, List<UsageRow> rows) {
    cell.take((hour, count) -> rows.add(new UsageRow(keyId(), hour, generation(), reason, count)));
  }
}
