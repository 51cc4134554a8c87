package io.keystile.auth.limit;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs and publishes blocks and their ends, in their order, on one thread of its own, so that
 * neither a slow listener nor a slow log holds up requests. What a flood leaves no room for is
 * counted and logged as a sum.
 */
@Singleton
final class BlockAnnouncer implements BlockListener {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.blocked");
  private static final int MAX_PENDING = 1_000;

  private final ApplicationEventPublisher<AddressBlocked> blocked;
  private final ApplicationEventPublisher<AddressUnblocked> unblocked;
  private final LongAdder leftOut = new LongAdder();
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_PENDING),
          BlockAnnouncer::thread,
          (work, full) -> leftOut.increment());

  BlockAnnouncer(
      ApplicationEventPublisher<AddressBlocked> blocked,
      ApplicationEventPublisher<AddressUnblocked> unblocked) {
    this.blocked = blocked;
    this.unblocked = unblocked;
  }

  @Override
  public void blocked(BlockedAddress block, Duration length) {
    executor.execute(() -> announce(block, length));
  }

  @Override
  public void unblocked(AddressGroup address, boolean byOperator) {
    executor.execute(() -> announce(address, byOperator));
  }

  @PreDestroy
  void stop() {
    executor.shutdown();
  }

  private void announce(BlockedAddress block, Duration length) {
    LOG.warn(
        "Blocked {} for {} s, until {}: too many wrong keys (block {} in a row)",
        block.address(),
        length.toMillis() / 1000.0,
        block.until(),
        block.level());
    publish(() -> blocked.publishEvent(new AddressBlocked(block, length)));
  }

  private void announce(AddressGroup address, boolean byOperator) {
    LOG.info("Unblocked {}{}", address, byOperator ? " before its time" : "");
    publish(() -> unblocked.publishEvent(new AddressUnblocked(address, byOperator)));
  }

  private void publish(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException e) {
      LOG.error("A listener to blocked addresses failed", e);
    }
    long missed = leftOut.sumThenReset();
    if (missed > 0) {
      LOG.warn("{} more blocks or ends of blocks came too fast to be told", missed);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "keystile-blocks");
    thread.setDaemon(true);
    return thread;
  }
}
