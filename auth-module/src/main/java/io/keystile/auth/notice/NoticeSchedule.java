package io.keystile.auth.notice;

import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for notices at intervals. */
@Context
final class NoticeSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeSchedule.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<ScheduledFuture<?>> tasks;

  NoticeSchedule(
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      NoticesConfiguration configuration,
      KeyScan keys,
      QuotaScan quotas) {
    this.tasks =
        configuration.enabled()
            ? List.of(
                scheduler.scheduleWithFixedDelay(
                    MINUTE, configuration.checkInterval(), () -> run(keys::run)),
                scheduler.scheduleWithFixedDelay(MINUTE, MINUTE, () -> run(quotas::run)))
            : List.of();
  }

  int size() {
    return tasks.size();
  }

  @PreDestroy
  void stop() {
    tasks.forEach(task -> task.cancel(false));
  }

  private static void run(Runnable scan) {
    try {
      scan.run();
    } catch (RuntimeException e) {
      LOG.warn("Keys that need attention cannot be looked for; the next look tries again", e);
    }
  }
}
