package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void isStaleWhenNobodyFollowed() {
    ChangeFeed feed = feed(Duration.ofMillis(50));
    nanos.set(Duration.ofSeconds(5).toNanos());
    assertTrue(feed.isFresh());
    nanos.incrementAndGet();
    assertFalse(feed.isFresh());
    feed.followed();
    assertTrue(feed.isFresh());
  }

  @Test
  void waitsForTwentyLongIntervals() {
    ChangeFeed feed = feed(Duration.ofSeconds(1));
    nanos.set(Duration.ofSeconds(20).toNanos());
    assertTrue(feed.isFresh());
    nanos.incrementAndGet();
    assertFalse(feed.isFresh());
  }

  private ChangeFeed feed(Duration interval) {
    return new ChangeFeed(
        new StoreConfiguration(true, Duration.ofSeconds(5), interval, 4), nanos::get);
  }
}
