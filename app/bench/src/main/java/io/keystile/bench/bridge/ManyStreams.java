package io.keystile.bench.bridge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Many streams at a time, read by one thread to their end. */
final class ManyStreams {

  private static final int BUFFER = 64 * 1024;
  private static final long WAIT_MILLIS = 5;
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

  private final Route route;
  private final int streams;
  private final long warmup;
  private final long window;
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
  private final List<Reading> readings = new ArrayList<>();

  /** The frames are counted for so many seconds, after so many others. */
  ManyStreams(Route route, int streams, int warmupSeconds, int windowSeconds) {
    this.route = route;
    this.streams = streams;
    this.warmup = TimeUnit.SECONDS.toNanos(warmupSeconds);
    this.window = TimeUnit.SECONDS.toNanos(windowSeconds);
  }

  /**
   * What came of the streams.
   *
   * @param frames how many were delivered while they were counted
   * @param wrong streams with other bytes than were sent for them, such as a frame of another
   * @param unfinished streams that did not come to their end
   */
  record Outcome(long frames, int wrong, int unfinished) {}

  Outcome run() throws IOException {
    try (Selector selector = Selector.open()) {
      open(selector);
      long begin = System.nanoTime();
      readUntil(selector, begin + warmup);
      long before = frames();
      readUntil(selector, begin + warmup + window);
      long counted = frames() - before;
      readUntil(selector, begin + length() * Pacer.PACE + LONGEST);
      return new Outcome(counted, count(this::isWrong), count(this::isUnfinished));
    } finally {
      for (Reading reading : readings) {
        reading.channel().close();
      }
    }
  }

  private void open(Selector selector) throws IOException {
    for (int i = 0; i < streams; i++) {
      SocketChannel channel = SocketChannel.open(route.address());
      Reading reading = new Reading("stream-" + i, channel, new Answer());
      readings.add(reading);
      channel.write(route.request(Chat.question(reading.id(), length())));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, reading);
    }
  }

  /** How many frames keep a stream going for all that time and a second more. */
  private int length() {
    return (int) ((warmup + window + TimeUnit.SECONDS.toNanos(1)) / Pacer.PACE);
  }

  private void readUntil(Selector selector, long end) throws IOException {
    while (System.nanoTime() < end && !selector.keys().isEmpty()) {
      selector.select(WAIT_MILLIS);
      for (SelectionKey key : selector.selectedKeys()) {
        read(key, (Reading) key.attachment());
      }
      selector.selectedKeys().clear();
    }
  }

  private void read(SelectionKey key, Reading reading) throws IOException {
    int count = reading.channel().read(in.clear());
    reading.answer().add(in.flip());
    if (count < 0 || reading.answer().isDone()) {
      key.cancel();
    }
  }

  private long frames() {
    return readings.stream().mapToLong(reading -> reading.answer().frames()).sum();
  }

  private int count(Predicate<Reading> what) {
    return (int) readings.stream().filter(what).count();
  }

  private boolean isWrong(Reading reading) {
    byte[] came = reading.answer().body();
    byte[] sent = Chat.stream(reading.id(), length());
    int different = Arrays.mismatch(came, sent);
    return different >= 0 && different < came.length;
  }

  private boolean isUnfinished(Reading reading) {
    Answer answer = reading.answer();
    return !answer.isOk()
        || !answer.isDone()
        || answer.body().length < Chat.stream(reading.id(), length()).length;
  }

  private record Reading(String id, SocketChannel channel, Answer answer) {}
}
