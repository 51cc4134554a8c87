package io.keystile.auth.notice;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes sockets when their time is over, from a thread that exists only when there was one. */
@Singleton
final class SocketTimer implements WebhookConnection.Watchdog {

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, SocketTimer::thread);

  @Override
  public Runnable closeAfter(Duration timeout, Socket socket) {
    ScheduledFuture<?> end =
        executor.schedule(() -> close(socket), timeout.toNanos(), TimeUnit.NANOSECONDS);
    return () -> end.cancel(false);
  }

  @PreDestroy
  void stop() {
    executor.shutdownNow();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Whoever reads from it will hear of it.
      return;
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "keystile-webhook-timer");
    thread.setDaemon(true);
    return thread;
  }
}
