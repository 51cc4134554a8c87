package io.keystile.bridge.capture;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the pieces of a stream together to whole events, since a key may be torn over two pieces.
 * Used by one thread at a time.
 */
public final class CapturedStream {

  private final int kept;
  private final Sink sink;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private long length;
  private long total;
  private boolean lineEnded;

  CapturedStream(int kept, Sink sink) {
    this.kept = kept;
    this.sink = sink;
  }

  /** Where whole events go. */
  interface Sink {
    void put(String kind, byte @Nullable [] body, long bytes);
  }

  /** The next piece. */
  public void add(byte[] piece) {
    total += piece.length;
    for (byte next : piece) {
      if (length++ < kept) {
        pending.write(next);
      }
      boolean ends = next == '\n' && lineEnded;
      lineEnded = next == '\n' || (next == '\r' && lineEnded);
      if (ends) {
        flush();
      }
    }
  }

  /** Nothing more comes, whether the stream ended or broke off. */
  public void end() {
    flush();
    sink.put("end", null, total);
  }

  private void flush() {
    if (length > 0) {
      sink.put("frame", pending.toByteArray(), length);
      pending.reset();
      length = 0;
      lineEnded = false;
    }
  }
}
