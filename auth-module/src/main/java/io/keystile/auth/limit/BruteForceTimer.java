package io.keystile.auth.limit;

import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;

/**
 * Keeps the clockwork going until the application stops. With {@code @Scheduled} a tick during the
 * stop would make the beans anew, and open the store once more.
 */
@Context
final class BruteForceTimer {

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration SHRINK = Duration.ofMinutes(5);

  private final List<ScheduledFuture<?>> tasks;

  BruteForceTimer(
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler, BruteForceClockwork clockwork) {
    this.tasks =
        List.of(
            scheduler.scheduleWithFixedDelay(TICK, TICK, clockwork::tick),
            scheduler.scheduleWithFixedDelay(SHRINK, SHRINK, clockwork::shrink));
  }

  @PreDestroy
  void stop() {
    tasks.forEach(task -> task.cancel(false));
  }
}
