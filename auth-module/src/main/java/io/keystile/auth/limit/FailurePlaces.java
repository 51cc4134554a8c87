package io.keystile.auth.limit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The evaluations of one address that are under way, and the calls that wait for their end. Kept
 * only while there are any. Not safe for several threads.
 */
final class FailurePlaces {

  private final ArrayDeque<FailureWaiter> waiting = new ArrayDeque<>(0);
  private int taken;

  int taken() {
    return taken;
  }

  void take() {
    taken++;
  }

  void giveBack() {
    taken--;
  }

  int waiting() {
    return waiting.size();
  }

  void await(FailureWaiter waiter) {
    waiting.add(waiter);
  }

  /** Gives the free places to those who wait longest. */
  List<FailureWaiter> admit(int free) {
    List<FailureWaiter> admitted = new ArrayList<>(Math.max(0, Math.min(free, waiting.size())));
    while (admitted.size() < free && !waiting.isEmpty()) {
      admitted.add(waiting.remove());
      take();
    }
    return admitted;
  }

  List<FailureWaiter> dismissAll() {
    List<FailureWaiter> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  /** Those whose time is over; all wait equally long, so they stand in front. */
  List<FailureWaiter> dismissLate(long now) {
    List<FailureWaiter> late = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.element().deadline() <= now) {
      late.add(waiting.remove());
    }
    return late;
  }

  boolean isIdle() {
    return taken == 0 && waiting.isEmpty();
  }
}
