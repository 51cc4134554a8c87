package io.keystile.auth.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work on one thread in the order it came, as many pieces at a time as wait. Every piece that
 * was taken is run, those that still wait at the end as well. Safe for several threads.
 */
final class SerialWork implements Executor {

  private static final Logger LOG = LoggerFactory.getLogger(SerialWork.class);
  private static final int BATCH = 64;

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final Consumer<List<Runnable>> batches;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param batches is handed what waits: work that comes while it runs is not in the list
   */
  SerialWork(String name, Consumer<List<Runnable>> batches) {
    this.batches = batches;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void execute(Runnable work) {
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
    waiting.add(work);
    // Unless the thread took it: then it is run.
    if (closed && waiting.remove(work)) {
      throw new RejectedExecutionException("closed");
    }
  }

  boolean isOwnThread() {
    return Thread.currentThread() == thread;
  }

  boolean isClosed() {
    return closed;
  }

  /** Runs what waits, takes nothing more, and waits until the thread is done. */
  void close() throws InterruptedException {
    closed = true;
    waiting.add(SerialWork::wakeUp);
    thread.join(TimeUnit.SECONDS.toMillis(10));
  }

  private static void wakeUp() {
    // Only ends the wait for work.
  }

  private void run() {
    List<Runnable> batch = new ArrayList<>(BATCH);
    while (!closed || !waiting.isEmpty()) {
      try {
        batch.add(waiting.take());
        waiting.drainTo(batch, BATCH - 1);
        batches.accept(batch);
      } catch (InterruptedException e) {
        // Nobody may end this thread but by closing.
        LOG.debug("Interrupted while waiting for work");
      } catch (Throwable e) {
        LOG.error("Work on the store failed", e);
      }
      batch.clear();
    }
  }
}
