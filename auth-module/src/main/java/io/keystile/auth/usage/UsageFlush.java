package io.keystile.auth.usage;

import io.keystile.auth.store.FlushConfiguration;
import io.keystile.auth.store.StoreUnavailableException;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes use down at intervals, and once an hour removes what is too old. */
@Context
final class UsageFlush {

  private static final Logger LOG = LoggerFactory.getLogger(UsageFlush.class);
  // About as long as a transaction takes: who waits to write gets every second turn.
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

  private final KeyUses uses;
  private final UsageWriter writer;
  private final Duration retention;
  private final Clock clock;
  private final ScheduledFuture<?> task;
  private long prunedUpTo;

  UsageFlush(
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      FlushConfiguration configuration,
      UsageConfiguration usage,
      KeyUses uses,
      UsageWriter writer,
      Clock clock) {
    this.uses = uses;
    this.writer = writer;
    this.retention = usage.retention();
    this.clock = clock;
    this.task =
        scheduler.scheduleWithFixedDelay(
            configuration.flushInterval(), configuration.flushInterval(), this::run);
  }

  private void run() {
    uses.flush(UsageFlush::pause);
    prune(UsageFlush::pause);
  }

  /** Removes what is too old, some at a time. */
  synchronized void prune(Runnable pause) {
    long first = Hours.of(clock.instant().minus(retention));
    try {
      while (first > prunedUpTo) {
        if (writer.prune(first)) {
          pause.run();
        } else {
          prunedUpTo = first;
        }
      }
    } catch (StoreUnavailableException e) {
      LOG.warn("Old counts of use cannot be removed at the moment: {}", e.getMessage());
    }
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE);
  }

  @PreDestroy
  void stop() {
    task.cancel(false);
  }
}
