package io.keystile.auth.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.CountingStore;
import io.keystile.auth.TestServer;
import io.keystile.auth.store.ChangeFeed;
import io.keystile.auth.store.StoreProbe;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

  @TempDir static Path folder;
  private static TestServer server;

  private final AtomicLong nanos = new AtomicLong();
  private final Queued executor = new Queued();

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            ObservedController.SPEC,
            folder,
            Map.of("endpoints.health.enabled", true, "spec.counting", true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void answersAnyoneWithoutDetails() {
    HttpResponse<String> health = server.get("/health");
    assertEquals(200, health.statusCode());
    assertEquals("{\"status\":\"UP\"}", health.body());
    assertEquals(200, server.get("/health/readiness").statusCode());
    assertEquals(200, server.get("/health/liveness").statusCode());
    assertEquals(404, server.get("/beans").statusCode());
  }

  @Test
  void isDownWithoutTheStore() {
    CountingStore store = server.bean(CountingStore.class);
    store.setGone(true);
    try {
      HealthFindings found = ask(probe());
      assertFalse(found.up());
      assertEquals("cannot be written; the log says why", found.details().get("store"));
      assertEquals("followed", found.details().get("changes"));
    } finally {
      store.setGone(false);
    }
    assertTrue(ask(probe()).up());
  }

  @Test
  void looksOnceASecondHoweverManyAsk() {
    HealthProbe probe = probe();
    var first = probe.ask();
    assertSame(first, probe.ask());
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
    assertSame(first, probe.ask(), "no second look while one is under way");
    executor.runAll();
    assertTrue(first.join().up());
    var second = probe.ask();
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
    assertSame(second, probe.ask());
    executor.runAll();
    assertTrue(second.join().up());
  }

  private HealthProbe probe() {
    return new HealthProbe(
        server.bean(StoreProbe.class),
        server.bean(ChangeFeed.class),
        server.bean(ClockCheck.class),
        executor,
        nanos::get);
  }

  private HealthFindings ask(HealthProbe probe) {
    var answer = probe.ask();
    executor.runAll();
    return answer.join();
  }

  /** Runs what it was given when it is told to. */
  private static final class Queued extends AbstractExecutorService implements ExecutorService {

    private final List<Runnable> queue = new ArrayList<>();

    void runAll() {
      List<Runnable> due = List.copyOf(queue);
      queue.clear();
      due.forEach(Runnable::run);
    }

    @Override
    public void execute(Runnable command) {
      queue.add(command);
    }

    @Override
    public void shutdown() {
      queue.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
