package io.keystile.bridge.upstream;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rings when the server is silent for too long. While the caller is slow nothing is read from the
 * server, and that silence does not count. Used by one event loop alone.
 */
final class SilenceAlarm {

  private final long firstByteNanos;
  private final long idleNanos;

  private boolean listening;
  private long listeningSince;
  private @Nullable ScheduledFuture<?> alarm;

  SilenceAlarm(Duration firstByteTimeout, Duration idleTimeout) {
    this.firstByteNanos = firstByteTimeout.toNanos();
    this.idleNanos = idleTimeout.toNanos();
  }

  /** The request goes out. */
  void waitForAnswer(EventExecutor loop, Runnable onSilence) {
    off();
    listen();
    set(loop, onSilence, firstByteNanos, firstByteNanos);
  }

  /** Some of the answer is here, and more is to come. */
  void waitForMore(EventExecutor loop, Runnable onSilence) {
    listening = false;
    if (alarm == null) {
      set(loop, onSilence, idleNanos, idleNanos);
    }
  }

  /** From now on the server is listened to. */
  void listen() {
    listening = true;
    listeningSince = System.nanoTime();
  }

  void off() {
    listening = false;
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  private void set(EventExecutor loop, Runnable onSilence, long limit, long delay) {
    alarm = loop.schedule(() -> ring(loop, onSilence, limit), delay, TimeUnit.NANOSECONDS);
  }

  private void ring(EventExecutor loop, Runnable onSilence, long limit) {
    long silent = listening ? System.nanoTime() - listeningSince : 0;
    if (silent >= limit) {
      onSilence.run();
    } else {
      set(loop, onSilence, limit, limit - silent);
    }
  }
}
