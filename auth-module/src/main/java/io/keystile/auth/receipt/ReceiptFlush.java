package io.keystile.auth.receipt;

import io.keystile.auth.store.FlushConfiguration;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes receipts down at intervals, and removes old ones. */
@Context
final class ReceiptFlush {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptFlush.class);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
  private static final Duration PRUNE_INTERVAL = Duration.ofMinutes(10);

  private final Receipts receipts;
  private final List<ScheduledFuture<?>> tasks;

  ReceiptFlush(
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      FlushConfiguration configuration,
      Receipts receipts) {
    this.receipts = receipts;
    Duration interval = configuration.flushInterval();
    this.tasks =
        List.of(
            scheduler.scheduleWithFixedDelay(
                interval, interval, () -> receipts.flush(ReceiptFlush::pause)),
            scheduler.scheduleWithFixedDelay(interval, PRUNE_INTERVAL, this::prune));
  }

  private void prune() {
    try {
      while (receipts.prune()) {
        pause();
      }
    } catch (RuntimeException e) {
      LOG.debug("Old receipts cannot be removed at the moment", e);
    }
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE);
  }

  @PreDestroy
  void stop() {
    tasks.forEach(task -> task.cancel(false));
  }
}
