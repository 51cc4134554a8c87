package io.keystile.auth.notice;

import io.keystile.auth.store.StoreUnavailableException;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox: each event at least once, the oldest first, on one thread of its own. What
 * was not heard is told again after ever longer waits, and given up after days. Of a receiver that
 * does not listen, only one event is tried at a time.
 */
@Context
final class WebhookDelivery {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.webhook");
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final double JITTER = 0.2;

  private final WebhookConfiguration configuration;
  private final Outbox outbox;
  private final WebhookSender sender;
  private final Clock clock;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(WebhookDelivery::thread);
  private final @Nullable Future<?> task;

  WebhookDelivery(
      WebhookConfiguration configuration,
      WebhookSecret secret,
      Outbox outbox,
      WebhookSender sender,
      Clock clock) {
    this.configuration = configuration;
    this.outbox = outbox;
    this.sender = sender;
    this.clock = clock;
    this.task = configuration.url() == null ? null : start(secret);
  }

  private Future<?> start(WebhookSecret secret) {
    secret.require();
    long interval = INTERVAL.toMillis();
    return executor.scheduleWithFixedDelay(this::run, interval, interval, TimeUnit.MILLISECONDS);
  }

  /** Tells what is due, until one is not heard. */
  synchronized void deliver() {
    for (OutboxRow row : outbox.due()) {
      if (outbox.claim(row) && !tell(row)) {
        giveUpOverdue();
        return;
      }
    }
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.cancel(true);
    }
    executor.shutdownNow();
  }

  private void run() {
    try {
      deliver();
    } catch (StoreUnavailableException e) {
      LOG.warn("The outbox cannot be read or written at the moment: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("The webhook cannot be told; the next look tries again", e);
    }
  }

  /** One attempt at a time is fewer than may come in: what waits must not grow without end. */
  private void giveUpOverdue() {
    int removed = outbox.removeOverdue();
    if (removed > 0) {
      LOG.error("Gave up {} events that waited too long: nobody listens at the webhook", removed);
    }
  }

  private boolean tell(OutboxRow row) {
    try {
      sender.send(row);
      outbox.remove(row);
      return true;
    } catch (IOException e) {
      retry(row, e);
      return false;
    }
  }

  private void retry(OutboxRow row, IOException fault) {
    int attempts = row.attempts() + 1;
    Duration wait = waitAfter(attempts);
    long age = clock.millis() - row.createdAt();
    if (age + wait.toMillis() > configuration.retryFor().toMillis()) {
      LOG.error(
          "Gave up the event {} ({}) after {} attempts: {}",
          row.id(),
          row.type(),
          attempts,
          reason(fault));
      outbox.remove(row);
    } else {
      LOG.warn(
          "The webhook was not told of {} ({}), attempt {}, next in {} s: {}",
          row.id(),
          row.type(),
          attempts,
          wait.toSeconds(),
          reason(fault));
      outbox.postpone(row, wait);
    }
  }

  /** Twice as long each time, and a little off, so that many do not come at once. */
  static Duration waitAfter(int attempts) {
    long doubled = FIRST_WAIT.toMillis() << Math.min(attempts - 1, 20);
    long wait = Math.min(doubled, LONGEST_WAIT.toMillis());
    return Duration.ofMillis(
        (long) (wait * ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER)));
  }

  private static String reason(IOException fault) {
    return fault.getClass() == IOException.class
        ? String.valueOf(fault.getMessage())
        : fault.toString();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "keystile-webhook");
    thread.setDaemon(true);
    return thread;
  }
}
