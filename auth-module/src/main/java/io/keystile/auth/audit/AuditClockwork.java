package io.keystile.auth.audit;

import io.keystile.auth.KeystileException;
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

/** What the audit log does by itself: notes its end, sums refused calls, lets old rows go. */
@Context
final class AuditClockwork {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.audit");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final AuditAge longest;
  private final AuditHeads heads;
  private final AuditLog log;
  private final AuditRetention retention;
  private final List<ScheduledFuture<?>> tasks;
  private volatile boolean lived;

  AuditClockwork(
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
      AuditConfiguration configuration,
      AuditAge longest,
      AuditHeads heads,
      AuditLog log,
      AuditRetention retention) {
    this.longest = longest;
    this.heads = heads;
    this.log = log;
    this.retention = retention;
    Duration interval = configuration.headInterval();
    this.tasks =
        List.of(
            scheduler.scheduleWithFixedDelay(interval, interval, this::noteEnd),
            scheduler.scheduleWithFixedDelay(MINUTE, MINUTE, log::flushRefusals),
            scheduler.scheduleWithFixedDelay(MINUTE, HOUR, this::prune));
  }

  @PreDestroy
  void stop() {
    tasks.forEach(task -> task.cancel(false));
    log.flushRefusals();
    if (lived) {
      heads.publish();
    } else {
      // A command of a moment's length: the file is enough.
      heads.follow();
    }
  }

  private void noteEnd() {
    lived = true;
    heads.publish();
  }

  /** Removes what is older than the configured retention, if there is one. */
  void prune() {
    Duration age = longest.find();
    if (age == null) {
      return;
    }
    try {
      long removed = retention.prune(age);
      if (removed > 0) {
        LOG.info("{} rows of the audit log were older than {} and were removed", removed, age);
      }
    } catch (KeystileException e) {
      LOG.error("Old rows of the audit log cannot be removed: {}", e.getMessage());
    }
  }
}
