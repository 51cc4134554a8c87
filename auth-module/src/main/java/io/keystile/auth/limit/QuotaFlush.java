package io.keystile.auth.limit;

import io.keystile.auth.store.FlushConfiguration;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/** Exchanges quotas with the store at intervals; see {@link BruteForceTimer} for the reason. */
@Context
final class QuotaFlush {

  private final ScheduledFuture<?> task;

  QuotaFlush(
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      FlushConfiguration configuration,
      Quotas quotas) {
    Duration interval = configuration.flushInterval();
    this.task = scheduler.scheduleWithFixedDelay(interval, interval, quotas::flush);
  }

  @PreDestroy
  void stop() {
    task.cancel(false);
  }
}
