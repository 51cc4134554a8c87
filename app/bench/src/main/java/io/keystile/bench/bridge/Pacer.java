package io.keystile.bench.bridge;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** Sends the next frame of each stream when its time has come. Used by one thread alone. */
final class Pacer {

  static final long PACE = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long IDLE = TimeUnit.SECONDS.toNanos(1);

  private final PriorityQueue<Paced> streams =
      new PriorityQueue<>(Comparator.comparingLong(paced -> paced.due));

  /** The first frame goes out at once. */
  void begin(ModelConnection connection, String id, int frames) throws IOException {
    send(new Paced(connection, id, frames, System.nanoTime()));
  }

  /** How long there is nothing to do, in nanoseconds; zero or less when there is. */
  long untilNext() {
    Paced next = streams.peek();
    return next == null ? IDLE : next.due - System.nanoTime();
  }

  void sendDue() {
    while (untilNext() <= 0) {
      Paced next = streams.remove();
      try {
        send(next);
      } catch (IOException e) {
        next.connection.close();
      }
    }
  }

  /** The times are those of the beginning, so a stream that lags catches up. */
  private void send(Paced stream) throws IOException {
    stream.connection.write(Chat.frame(stream.id, stream.sent, stream.frames));
    if (stream.sent == stream.frames) {
      stream.connection.endStream();
    } else {
      stream.sent++;
      stream.due += PACE;
      streams.add(stream);
    }
  }

  private static final class Paced {
    private final ModelConnection connection;
    private final String id;
    private final int frames;
    private int sent;
    private long due;

    Paced(ModelConnection connection, String id, int frames, long due) {
      this.connection = connection;
      this.id = id;
      this.frames = frames;
      this.due = due;
    }
  }
}
