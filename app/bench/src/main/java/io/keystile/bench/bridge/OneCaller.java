package io.keystile.bench.bridge;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.function.Predicate;

/** Asks one thing after the other over one connection, and measures how long each takes. */
final class OneCaller implements Closeable {

  private static final int BUFFER = 16 * 1024;

  private final Route route;
  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);

  OneCaller(Route route) throws IOException {
    this.route = route;
    this.channel = SocketChannel.open(route.address());
    channel.socket().setTcpNoDelay(true);
  }

  /** The median time until a whole answer is there, in nanoseconds. */
  long medianAnswer(int count) throws IOException {
    return median(count, Chat.question(), Answer::isDone);
  }

  /** The median time until the first frame of a stream is there, in nanoseconds. */
  long medianFirstFrame(int count) throws IOException {
    return median(count, Chat.question("one", 1), answer -> answer.frames() > 0);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private long median(int count, String question, Predicate<Answer> arrived) throws IOException {
    ByteBuffer request = route.request(question);
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      nanos[i] = ask(request.rewind(), arrived);
    }
    Arrays.sort(nanos);
    return nanos[count / 2];
  }

  private long ask(ByteBuffer request, Predicate<Answer> arrived) throws IOException {
    Answer answer = new Answer();
    long begin = System.nanoTime();
    channel.write(request);
    readUntil(answer, arrived);
    long taken = System.nanoTime() - begin;
    readUntil(answer, Answer::isDone);
    if (!answer.isOk()) {
      throw new IOException(route + " refused: " + answer);
    }
    return taken;
  }

  private void readUntil(Answer answer, Predicate<Answer> arrived) throws IOException {
    while (!arrived.test(answer)) {
      if (channel.read(in.clear()) < 0) {
        throw new EOFException(route + " broke off: " + answer);
      }
      answer.add(in.flip());
    }
  }
}
