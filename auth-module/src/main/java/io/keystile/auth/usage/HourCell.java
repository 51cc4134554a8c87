package io.keystile.auth.usage;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjLongConsumer;

/**
 * Counts events by the hour. The hour and its count share one number, so that counting is one
 * atomic step and none gets lost where one hour ends and the next begins. Safe for several threads.
 */
final class HourCell {

  // 2^40 events an hour, and hours until the year 3883.
  private static final int COUNT_BITS = 40;
  private static final long COUNT = (1L << COUNT_BITS) - 1;

  private final AtomicLong current = new AtomicLong();
  private final Map<Long, Long> past = new TreeMap<>();

  /**
   * @param hour since the epoch; one that is just over counts for the one that has begun
   */
  void increment(long hour) {
    long known = current.get() >>> COUNT_BITS;
    if (hour > known || hour < known - 1) {
      turnTo(hour);
    }
    current.getAndIncrement();
  }

  private synchronized void turnTo(long hour) {
    if (current.get() >>> COUNT_BITS != hour) {
      keep(current.getAndSet(hour << COUNT_BITS));
    }
  }

  /** Hands out, hour by hour, what was counted since the last time. */
  synchronized void take(ObjLongConsumer<Long> taker) {
    long hour = current.get() >>> COUNT_BITS;
    keep(current.getAndSet(hour << COUNT_BITS));
    past.forEach(taker::accept);
    past.clear();
  }

  /** Takes back what could not be written. */
  synchronized void restore(long hour, long count) {
    past.merge(hour, count, Long::sum);
  }

  private void keep(long hourAndCount) {
    if ((hourAndCount & COUNT) > 0) {
      past.merge(hourAndCount >>> COUNT_BITS, hourAndCount & COUNT, Long::sum);
    }
  }
}
