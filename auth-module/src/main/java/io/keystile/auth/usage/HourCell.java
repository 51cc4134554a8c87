package io.keystile.auth.usage;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts events by the hour. The hour and its count share one number, so that counting is one
 * atomic step and none gets lost where one hour ends and the next begins. There is one for each
 * cached key, so it is as small as can be. Safe for several threads.
 */
class HourCell {

  // 2^40 events an hour, and hours until the year 3883.
  private static final int COUNT_BITS = 40;
  private static final long COUNT = (1L << COUNT_BITS) - 1;

  private static final AtomicLongFieldUpdater<HourCell> CURRENT =
      AtomicLongFieldUpdater.newUpdater(HourCell.class, "current");

  private volatile long current;
  // Seldom needed, and then not for long.
  private @Nullable Map<Long, Long> past;

  /**
   * @param hour since the epoch; one that is just over counts for the one that has begun
   */
  final void increment(long hour) {
    long known = current >>> COUNT_BITS;
    if (hour > known || hour < known - 1) {
      turnTo(hour);
    }
    CURRENT.getAndIncrement(this);
  }

  private synchronized void turnTo(long hour) {
    if (current >>> COUNT_BITS != hour) {
      keep(CURRENT.getAndSet(this, hour << COUNT_BITS));
    }
  }

  /** Hands out, hour by hour, what was counted since the last time. */
  final synchronized void take(ObjLongConsumer<Long> taker) {
    long hour = current >>> COUNT_BITS;
    keep(CURRENT.getAndSet(this, hour << COUNT_BITS));
    if (past != null) {
      past.forEach(taker::accept);
      past = null;
    }
  }

  /** Takes back what could not be written. */
  final synchronized void restore(long hour, long count) {
    if (past == null) {
      past = new TreeMap<>();
    }
    past.merge(hour, count, Long::sum);
  }

  private void keep(long hourAndCount) {
    if ((hourAndCount & COUNT) > 0) {
      restore(hourAndCount >>> COUNT_BITS, hourAndCount & COUNT);
    }
  }
}
