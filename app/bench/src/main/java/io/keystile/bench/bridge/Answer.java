package io.keystile.bench.bridge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One answer as it arrives: its status, and its body without the marks of the transfer. */
final class Answer {

  private static final String OK = "HTTP/1.1 200";
  private static final String LENGTH = "content-length:";

  private final StringBuilder line = new StringBuilder();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private Part part = Part.HEAD;
  private boolean ok;
  private int left;
  private int frames;
  private int last;

  /** Takes what has arrived. */
  void add(ByteBuffer bytes) {
    while (bytes.hasRemaining() && part != Part.DONE) {
      if (part == Part.BODY || part == Part.CHUNK) {
        addBody(bytes);
      } else {
        addToLine(bytes.get());
      }
    }
  }

  boolean isOk() {
    return ok;
  }

  boolean isDone() {
    return part == Part.DONE;
  }

  /** How many events of a stream have come whole. */
  int frames() {
    return frames;
  }

  byte[] body() {
    return body.toByteArray();
  }

  private void addBody(ByteBuffer bytes) {
    int count = Math.min(left, bytes.remaining());
    for (int i = 0; i < count; i++) {
      int next = bytes.get();
      body.write(next);
      frames += next == '\n' && last == '\n' ? 1 : 0;
      last = next;
    }
    left -= count;
    if (left == 0) {
      part = part == Part.BODY ? Part.DONE : Part.CHUNK_END;
    }
  }

  private void addToLine(byte next) {
    if (next == '\n') {
      String whole = line.toString().strip();
      line.setLength(0);
      takeLine(whole);
    } else {
      line.append((char) next);
    }
  }

  private void takeLine(String whole) {
    switch (part) {
      case HEAD -> takeHeader(whole);
      case CHUNK_SIZE -> beginChunk(Integer.parseInt(whole, 16));
      case CHUNK_END -> part = Part.CHUNK_SIZE;
      case TRAILER -> part = Part.DONE;
      default -> throw new IllegalStateException(part.name());
    }
  }

  private void takeHeader(String header) {
    if (header.isEmpty()) {
      part = left > 0 ? Part.BODY : Part.CHUNK_SIZE;
    } else if (header.startsWith(OK)) {
      ok = true;
    } else if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
      left = Integer.parseInt(header.substring(LENGTH.length()).strip());
    }
  }

  private void beginChunk(int size) {
    left = size;
    part = size == 0 ? Part.TRAILER : Part.CHUNK;
  }

  @Override
  public String toString() {
    return "Answer[" + part + ", " + body.toString(StandardCharsets.UTF_8) + "]";
  }

  private enum Part {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER,
    DONE
  }
}
