package io.keystile.auth.usage;

import io.keystile.auth.settings.Live;
import io.keystile.auth.store.FlushConfiguration;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Clock;
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
  private final Live<UsageConfiguration> configuration;
  private final Clock clock;
  private final ScheduledFuture<?> task;
  private long prunedUpTo;

  UsageFlush(
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      FlushConfiguration flush,
      Live<UsageConfiguration> configuration,
      KeyUses uses,
      UsageWriter writer,
      Clock clock) {
    this.uses = uses;
    this.writer = writer;
    this.configuration = configuration;
    this.clock = clock;
    this.task =
        scheduler.scheduleWithFixedDelay(flush.flushInterval(), flush.flushInterval(), this::run);
  }

  private void run() {
    uses.flush(UsageFlush::pause);
    prune(UsageFlush::pause);
  }

  /** Removes what is too old, some at a time. */
  synchronized void prune(Runnable pause) {
    long first = Hours.of(clock.instant().minus(configuration.get().retention()));
    try {
      while (first > prunedUpTo) {
        if (writer.prune(first)) {
          pause.run();
        } else {
          prunedUpTo = first;
        }
      }
    } catch (RuntimeException e) {
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
