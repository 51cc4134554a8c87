package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.keystile.auth.TestClock;
import io.keystile.auth.TestStore;
import io.keystile.auth.address.ClientIp;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class BruteForceEventsTest {

  private static final String SPEC = "BruteForceEventsTest";
  private static final ClientIp CALLER = GuardFixture.ip("2001:db8::7");
  private static final AddressGroup GROUP = AddressGroup.of(CALLER);

  @TempDir Path folder;

  @Test
  void publishesAndLogsBlocksAndTheirEnds() throws InterruptedException {
    ListAppender<ILoggingEvent> log = listen();
    try (TestStore store = TestStore.open(folder.resolve("a.db"), Map.of("spec.name", SPEC))) {
      BlockingQueue<Object> heard = store.bean(Listener.class).heard;
      fail(store, 5);
      assertEquals(
          new AddressBlocked(
              new BlockedAddress(GROUP, TestClock.START.plusSeconds(30), 1),
              Duration.ofSeconds(30)),
          next(heard));
      store.bean(BlockedAddresses.class).unblock(GROUP);
      assertEquals(new AddressUnblocked(GROUP, true), next(heard));
      fail(store, 5);
      next(heard);
      store.clock().advance(Duration.ofSeconds(30));
      store.bean(BruteForceClockwork.class).tick();
      assertEquals(new AddressUnblocked(GROUP, false), next(heard));
    }
    assertEquals(
        List.of(
            "WARN Blocked 2001:db8::/64 for 30.0 s, until 2027-01-31T09:00:30Z:"
                + " too many wrong keys (block 1 in a row)",
            "INFO Unblocked 2001:db8::/64 before its time"),
        log.list.stream().limit(2).map(e -> e.getLevel() + " " + e.getFormattedMessage()).toList());
  }

  private static void fail(TestStore store, int times) {
    BruteForceGuard guard = store.bean(BruteForceGuard.class);
    for (int i = 0; i < times; i++) {
      assertEquals(GuardFixture.UNKNOWN, guard.countFailure(CALLER, false, GuardFixture.UNKNOWN));
    }
  }

  private static Object next(BlockingQueue<Object> heard) throws InterruptedException {
    return Objects.requireNonNull(heard.poll(10, TimeUnit.SECONDS), "no event");
  }

  private static ListAppender<ILoggingEvent> listen() {
    Logger logger = (Logger) LoggerFactory.getLogger("keystile.blocked");
    logger.setLevel(Level.INFO);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    return log;
  }

  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  static class Listener {

    final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @EventListener
    void blocked(AddressBlocked event) {
      heard.add(event);
    }

    @EventListener
    void unblocked(AddressUnblocked event) {
      heard.add(event);
    }
  }
}
