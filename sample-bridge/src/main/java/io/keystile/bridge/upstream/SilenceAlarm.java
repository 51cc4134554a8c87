package io.keystile.bridge.upstream;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rings when the server is silent for too long. While the caller is slow nothing is read from the
 * server, and that silence does not count. One alarm serves all calls of a connection: setting and
 * cancelling a timer for each would cost more than what it watches. Used by one event loop alone.
 */
final class SilenceAlarm {

  private static final long OFF = 0;

  private final long firstByteNanos;
  private final long idleNanos;

  private long limit = OFF;
  private boolean listening;
  private long listeningSince;
  private long due;
  private @Nullable ScheduledFuture<?> timer;

  SilenceAlarm(Duration firstByteTimeout, Duration idleTimeout) {
    this.firstByteNanos = firstByteTimeout.toNanos();
    this.idleNanos = idleTimeout.toNanos();
  }

  /** The request goes out. */
  void waitForAnswer(EventExecutor loop, Runnable onSilence) {
    listen(loop);
    limit = firstByteNanos;
    set(loop, onSilence, limit);
  }

  /** Some of the answer is here, and more is to come. */
  void waitForMore(EventExecutor loop, Runnable onSilence) {
    listening = false;
    if (limit == OFF) {
      limit = idleNanos;
      set(loop, onSilence, limit);
    }
  }

  /** From now on the server is listened to. */
  void listen(EventExecutor loop) {
    listening = true;
    listeningSince = loop.ticker().nanoTime();
  }

  /** Nothing is waited for. The timer is left to find that out, or to serve the next call. */
  void off() {
    listening = false;
    limit = OFF;
  }

  /** The connection is closed. */
  void close() {
    off();
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  /** A timer that is due earlier will do: it looks how long the silence is, and goes on. */
  private void set(EventExecutor loop, Runnable onSilence, long delay) {
    long wanted = loop.ticker().nanoTime() + delay;
    if (timer != null && due - wanted <= 0) {
      return;
    }
    if (timer != null) {
      timer.cancel(false);
    }
    due = wanted;
    timer = loop.schedule(() -> ring(loop, onSilence), delay, TimeUnit.NANOSECONDS);
  }

  private void ring(EventExecutor loop, Runnable onSilence) {
    timer = null;
    if (limit == OFF) {
      return;
    }
    long silent = listening ? loop.ticker().nanoTime() - listeningSince : 0;
    if (silent >= limit) {
      onSilence.run();
    } else {
      set(loop, onSilence, limit - silent);
    }
  }
}
