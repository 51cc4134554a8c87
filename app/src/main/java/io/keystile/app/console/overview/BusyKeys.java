package io.keystile.app.console.overview;

import io.keystile.auth.usage.KeyRefusals;
import io.keystile.auth.usage.KeyTotal;
import io.keystile.auth.usage.UsageHistory;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Which keys had the most calls of the last 24 hours. That adds up the hours of every key, which
 * takes seconds where very many are in use. So nobody waits long for it: who asks gets what was
 * found last. It is found anew as often as costs a twentieth of one core. Safe for several threads.
 */
@Singleton
final class BusyKeys {

  private static final Duration SPAN = Duration.ofHours(24);
  private static final int SIZE = 6;
  private static final long PATIENCE_MILLIS = 2_000;
  private static final int SHARE = 20;

  private final UsageHistory history;
  private final Clock clock;
  private final Executor executor;
  private CompletableFuture<Totals> newest = CompletableFuture.completedFuture(Totals.UNKNOWN);
  private volatile Totals last = Totals.UNKNOWN;
  private long goodUntil = System.nanoTime();

  /**
   * The keys with the most accepted and with the most refused calls, the greatest first.
   *
   * @param known whether they were added up already
   */
  record Totals(List<KeyTotal> busiest, List<KeyRefusals> refused, boolean known) {

    static final Totals UNKNOWN = new Totals(List.of(), List.of(), false);
  }

  BusyKeys(
      UsageHistory history, Clock clock, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.history = history;
    this.clock = clock;
    this.executor = executor;
  }

  /**
   * What was found last; after a short wait, in which few keys are added up.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be read
   */
  Totals read() {
    try {
      return refresh().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return last;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return last;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }

  private synchronized CompletableFuture<Totals> refresh() {
    if (newest.isDone() && System.nanoTime() - goodUntil >= 0) {
      newest = CompletableFuture.supplyAsync(this::find, executor);
    }
    return newest;
  }

  private Totals find() {
    long start = System.nanoTime();
    Instant now = clock.instant();
    Instant from = now.minus(SPAN);
    Totals found =
        new Totals(history.busiest(from, now, SIZE), history.mostRefused(from, now, SIZE), true);
    long end = System.nanoTime();
    synchronized (this) {
      goodUntil = end + SHARE * (end - start);
    }
    last = found;
    return found;
  }
}
