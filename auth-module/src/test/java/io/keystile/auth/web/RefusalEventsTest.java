package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.keystile.auth.Reason;
import io.micronaut.context.event.ApplicationEventPublisher;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RefusalEventsTest {

  @Test
  void tellsNobodyAnythingOnceTheApplicationIsGone() throws InterruptedException {
    BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
    CountDownLatch held = new CountDownLatch(1);
    List<Object> told = new CopyOnWriteArrayList<>();
    RefusalEvents events =
        new RefusalEvents(
            new ApplicationEventPublisher<CallRefused>() {
              @Override
              public void publishEvent(CallRefused event) {
                told.add(event);
                threads.add(Thread.currentThread());
                hold(held);
              }
            });
    for (int i = 0; i < 3; i++) {
      events.publish(event(i));
    }
    Thread teller = threads.poll(5, TimeUnit.SECONDS);
    assertNotNull(teller);
    events.stop();
    held.countDown();
    teller.join(5_000);
    assertEquals(List.of(event(0)), told);
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static CallRefused event(int number) {
    return new CallRefused(
        Reason.INVALID_API_KEY, null, "192.0.2.1", "GET", "-", "r", "" + number, Instant.EPOCH);
  }
}
