package io.keystile.auth.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Many calls at once. */
final class Parallel {

  private static final int THREADS = 8;

  private Parallel() {}

  /** How many of the calls, made by 8 threads, say yes. */
  static int count(int calls, BooleanSupplier call) throws InterruptedException {
    AtomicInteger yes = new AtomicInteger();
    AtomicInteger open = new AtomicInteger(calls);
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> run(start, open, yes, call));
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    return yes.get();
  }

  private static void run(
      CountDownLatch start, AtomicInteger open, AtomicInteger yes, BooleanSupplier call) {
    try {
      start.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    while (open.getAndDecrement() > 0) {
      if (call.getAsBoolean()) {
        yes.incrementAndGet();
      }
    }
  }
}
