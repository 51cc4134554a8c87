package io.keystile.auth.usage;

import io.keystile.auth.address.ClientIp;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The counter of one secret: what was not written yet. Recording an accepted call costs one atomic
 * operation and makes no garbage, but for the first one after it was written. It is the cell of its
 * accepted calls rather than having one, because there is one for each cached key. Safe for several
 * threads.
 */
public final class KeyUse extends HourCell {

  private static final AtomicLongFieldUpdater<KeyUse> LAST_AT =
      AtomicLongFieldUpdater.newUpdater(KeyUse.class, "lastAt");

  private final Principal key;
  private final int generation;
  private final UseQueue dirty;
  private volatile boolean queued;
  private volatile @Nullable Map<String, HourCell> refused;
  private volatile long lastAt;
  private @Nullable ClientIp lastFrom;

  /**
   * @param key knows its id; asked anew each time, because a text for each counter would be dear
   */
  KeyUse(Principal key, int generation, UseQueue dirty) {
    this.key = key;
    this.generation = generation;
    this.dirty = dirty;
  }

  /**
   * Counts one accepted call.
   *
   * @param now in milliseconds since the epoch
   * @param from the caller's address, or null when it is not known
   */
  public void record(long now, @Nullable ClientIp from) {
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

  /** Counts one refused call. */
  void refused(long now, String reason) {
    refusals().computeIfAbsent(reason, code -> new HourCell()).increment(Hours.of(now));
    queue();
  }

  String keyId() {
    return key.getName();
  }

  int generation() {
    return generation;
  }

  /** Takes what is to be written; whatever is recorded from now on queues again. */
  TakenUse take() {
    queued = false;
    List<UsageRow> rows = new ArrayList<>(2);
    take(UsageRow.ACCEPTED, this, rows);
    Map<String, HourCell> reasons = refused;
    if (reasons != null) {
      reasons.forEach((reason, cell) -> take(reason, cell, rows));
    }
    long requests = 0;
    for (UsageRow row : rows) {
      requests += row.accepted() ? row.requests() : 0;
    }
    ClientIp from = lastFrom;
    return new TakenUse(
        requests == 0
            ? null
            : new UseRow(
                keyId(), generation, requests, lastAt, from == null ? null : from.toString()),
        rows);
  }

  /** Takes back what could not be written. */
  void restore(TakenUse taken) {
    for (UsageRow row : taken.hours()) {
      HourCell cell =
          row.accepted() ? this : refusals().computeIfAbsent(row.reason(), code -> new HourCell());
      cell.restore(row.hour(), row.requests());
    }
    queue();
  }

  private void queue() {
    // Of two threads that meet here both add it, which does no harm.
    if (!queued) {
      queued = true;
      dirty.add(this);
    }
  }

  private Map<String, HourCell> refusals() {
    Map<String, HourCell> reasons = refused;
    return reasons == null ? makeRefusals() : reasons;
  }

  private synchronized Map<String, HourCell> makeRefusals() {
    Map<String, HourCell> reasons = refused;
    if (reasons == null) {
      reasons = new ConcurrentHashMap<>(4);
      refused = reasons;
    }
    return reasons;
  }

  private void take(String reason, HourCell cell, List<UsageRow> rows) {
    cell.take((hour, count) -> rows.add(new UsageRow(keyId(), hour, generation, reason, count)));
  }
}
