package io.keystile.auth.web;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes refusals on one thread of its own, so that no request waits for a listener. */
@Singleton
final class RefusalEvents {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalEvents.class);
  private static final int MAX_PENDING = 1_000;

  private final ApplicationEventPublisher<CallRefused> publisher;
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_PENDING),
          RefusalEvents::thread,
          new ThreadPoolExecutor.DiscardPolicy());

  RefusalEvents(ApplicationEventPublisher<CallRefused> publisher) {
    this.publisher = publisher;
  }

  /** Whether anybody listens. */
  boolean isWanted() {
    return !publisher.isEmpty();
  }

  void publish(CallRefused event) {
    executor.execute(() -> tell(event));
  }

  /** What still waits is left out: a listener that is gone would be made anew for it. */
  @PreDestroy
  void stop() {
    executor.shutdown();
    executor.getQueue().clear();
  }

  private void tell(CallRefused event) {
    try {
      publisher.publishEvent(event);
    } catch (RuntimeException e) {
      LOG.error("A listener to refused calls failed", e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "keystile-refusals");
    thread.setDaemon(true);
    return thread;
  }
}
