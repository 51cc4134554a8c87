package io.keystile.auth.limit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The share of all addresses that one lock guards. The places of an address are the failures it has
 * left: failures and evaluations under way together never exceed the threshold. Safe for several
 * threads; no method calls foreign code, but for the listener.
 */
final class FailureStripe {

  /** Answer of {@link #reserve}: a place is taken and must be given back by {@link #release}. */
  static final long GO = 0;

  /** Answer of {@link #reserve} and {@link #countFailure}: there is no place at the moment. */
  static final long WAIT = -1;

  /** Answer of both: the address is new and the table is full. */
  static final long NO_ROOM = -2;

  /** Answer of {@link #reserve}: too many wait already. */
  static final long BUSY = -3;

  private int maxFailures;
  private int maxWaiting;
  private final FailureCounts counts;
  private final Map<Long, FailurePlaces> active = new HashMap<>();

  FailureStripe(int maxFailures, int maxWaiting, FailureCounts counts) {
    this.maxFailures = maxFailures;
    this.maxWaiting = maxWaiting;
    this.counts = counts;
  }

  /** Goes on under other rules; failures and blocks stay. */
  synchronized void change(BruteForceConfiguration configuration, int limit) {
    maxFailures = configuration.maxFailures();
    maxWaiting = configuration.maxWaiting();
    counts.change(FailureRules.of(configuration), limit);
  }

  /** How long the address is still blocked, in milliseconds; 0 when it is not. */
  synchronized long blockedFor(long key, long now) {
    return counts.blockedFor(key, now);
  }

  /**
   * Counts a failure that needs no evaluation, if there is a place for it.
   *
   * @return {@link #GO} when counted, another of the answers, or how long the address is blocked
   */
  synchronized long countFailure(long key, long now) {
    long answer = answer(key, now);
    if (answer == GO) {
      counts.record(key, now);
    }
    return answer;
  }

  /** Counts a failure whose place was with another address. */
  synchronized void countLate(long key, long now) {
    counts.record(key, now);
  }

  /**
   * Takes a place, or puts the call in the queue.
   *
   * @return one of the answers, or how long the address is blocked, in milliseconds
   */
  synchronized long reserve(FailureWaiter call, long now) {
    long answer = answer(call.key(), now);
    if (answer == GO) {
      active.computeIfAbsent(call.key(), any -> new FailurePlaces()).take();
    } else if (answer == WAIT) {
      return await(call);
    }
    return answer;
  }

  /** What becomes of those who wait, once a place was given back. */
  record Released(
      List<FailureWaiter> admitted,
      List<FailureWaiter> refused,
      long blockedFor,
      boolean counted) {}

  /** Gives a place back, used up by a failure or not. */
  synchronized Released release(long key, boolean failed, long now) {
    FailurePlaces places = active.get(key);
    if (places == null) {
      throw new IllegalStateException("a place was given back twice");
    }
    places.giveBack();
    boolean counted = !failed || counts.record(key, now);
    long blockedFor = counts.blockedFor(key, now);
    Released released =
        blockedFor > 0
            ? new Released(List.of(), places.dismissAll(), blockedFor, counted)
            : new Released(places.admit(free(key, places, now)), List.of(), 0, counted);
    if (places.isIdle()) {
      active.remove(key);
    }
    return released;
  }

  /** Takes those out of the queues whose time to wait is over, and ends blocks. */
  synchronized List<FailureWaiter> tick(long now) {
    counts.endBlocks(now);
    if (active.isEmpty()) {
      return List.of();
    }
    List<FailureWaiter> late = new ArrayList<>();
    active.values().forEach(places -> late.addAll(places.dismissLate(now)));
    return late;
  }

  /** Forgets failures, level and block; true when it was blocked. */
  synchronized boolean forget(long key, long now) {
    return counts.forget(key, now);
  }

  /** Forgets failures and level, unless it is blocked. */
  synchronized void clearFailures(long key, long now) {
    if (counts.blockedFor(key, now) == 0) {
      counts.forget(key, now);
    }
  }

  synchronized void forEachBlocked(long now, Consumer<BlockedAddress> action) {
    counts.forEachBlocked(now, action);
  }

  synchronized void shrink(long now) {
    counts.shrink(now);
  }

  synchronized int size() {
    return counts.size();
  }

  synchronized long bytes() {
    return counts.bytes();
  }

  private long answer(long key, long now) {
    long blocked = counts.blockedFor(key, now);
    if (blocked > 0) {
      return blocked;
    }
    if (!counts.hasRoom(key, now)) {
      return NO_ROOM;
    }
    return free(key, active.get(key), now) > 0 ? GO : WAIT;
  }

  /** Nothing is left only while there are evaluations under way; their end wakes those who wait. */
  private long await(FailureWaiter call) {
    FailurePlaces places = active.get(call.key());
    if (places == null || places.waiting() >= maxWaiting) {
      return BUSY;
    }
    places.await(call);
    return WAIT;
  }

  private int free(long key, @Nullable FailurePlaces places, long now) {
    return maxFailures - counts.failures(key, now) - (places == null ? 0 : places.taken());
  }
}
