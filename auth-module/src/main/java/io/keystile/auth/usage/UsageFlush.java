package io.keystile.auth.usage;

import io.keystile.auth.store.FlushConfiguration;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.util.concurrent.ScheduledFuture;

/** Writes use down at intervals. */
@Context
final class UsageFlush {

  private final ScheduledFuture<?> task;

  UsageFlush(
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      FlushConfiguration configuration,
      KeyUses uses) {
    this.task =
        scheduler.scheduleWithFixedDelay(
            configuration.flushInterval(), configuration.flushInterval(), uses::flush);
  }

  @PreDestroy
  void stop() {
    task.cancel(false);
  }
}
