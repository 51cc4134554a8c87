package io.keystile.auth.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of relayed requests over loopback: the first at once, then their sum once an hour. */
@Singleton
final class RelayWarning {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.proxies");
  private static final long PAUSE = TimeUnit.HOURS.toMillis(1);

  private final AtomicLong due = new AtomicLong(Long.MIN_VALUE);
  private final LongAdder count = new LongAdder();
  private final Clock clock;

  RelayWarning(Clock clock) {
    this.clock = clock;
  }

  void relayed(String header) {
    count.increment();
    long now = clock.millis();
    long next = due.get();
    if (now >= next && due.compareAndSet(next, now + PAUSE)) {
      LOG.warn(
          "{} request(s) came over loopback with a forwarding header ({}) and do not count as"
              + " local. If a proxy or tunnel runs on this machine, add 127.0.0.1 and ::1 to"
              + " keystile.trusted-proxies and name its header in keystile.forwarded-header.",
          count.sumThenReset(),
          header);
    }
  }
}
