package io.keystile.bench.bridge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One caller of the model server. Used by the server's thread alone. */
final class ModelConnection {

  private static final int BUFFER = 16 * 1024;
  private static final String HEAD_END = "\r\n\r\n";
  private static final String LENGTH = "content-length:";
  private static final Pattern STREAM =
      Pattern.compile("\"user\":\"([^\"]+)\",\"stream\":true,\"max_tokens\":(\\d+)");
  private static final byte[] STREAM_HEAD =
      ascii(
          """
          HTTP/1.1 200 OK\r
          Content-Type: text/event-stream\r
          Cache-Control: no-cache\r
          X-Accel-Buffering: no\r
          Transfer-Encoding: chunked\r
          \r
          """);
  private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");

  private final SocketChannel channel;
  private final Pacer pacer;
  private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
  private final ByteBuffer wholeAnswer = ByteBuffer.wrap(wholeAnswer());

  ModelConnection(SocketChannel channel, Pacer pacer) {
    this.channel = channel;
    this.pacer = pacer;
  }

  /** Answers what has arrived; false when the caller has left. */
  boolean read() throws IOException {
    if (channel.read(in) < 0) {
      return false;
    }
    int end = requestEnd();
    while (end >= 0) {
      in.flip().position(end);
      in.compact();
      end = requestEnd();
    }
    return true;
  }

  /** Sends one piece of a stream. */
  void write(byte[] frame) throws IOException {
    byte[] size = ascii(Integer.toHexString(frame.length) + "\r\n");
    ByteBuffer chunk = ByteBuffer.allocate(size.length + frame.length + 2);
    send(chunk.put(size).put(frame).put((byte) '\r').put((byte) '\n').flip());
  }

  void endStream() throws IOException {
    send(ByteBuffer.wrap(LAST_CHUNK));
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing is sent there any more, whether it is closed or not.
    }
  }

  /**
   * Answers the first request in the buffer and tells where it ends; negative without a whole one.
   */
  private int requestEnd() throws IOException {
    String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
    int head = text.indexOf(HEAD_END);
    if (head < 0) {
      return -1;
    }
    int begin = head + HEAD_END.length();
    int end = begin + bodyLength(text.substring(0, head).toLowerCase(Locale.ROOT));
    if (text.length() < end) {
      return -1;
    }
    answer(text.substring(begin, end));
    return end;
  }

  private static int bodyLength(String head) {
    int begin = head.indexOf(LENGTH);
    int end = head.indexOf('\r', begin);
    String length = head.substring(begin + LENGTH.length(), end < 0 ? head.length() : end);
    return begin < 0 ? 0 : Integer.parseInt(length.strip());
  }

  private void answer(String question) throws IOException {
    Matcher stream = STREAM.matcher(question);
    if (stream.find()) {
      send(ByteBuffer.wrap(STREAM_HEAD));
      pacer.begin(this, stream.group(1), Integer.parseInt(stream.group(2)));
    } else {
      send(wholeAnswer.rewind());
    }
  }

  /**
   * The buffers of the loopback hold seconds of what is sent here, so it does not wait for long.
   */
  private void send(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        Thread.onSpinWait();
      }
    }
  }

  private static byte[] wholeAnswer() {
    byte[] body = Chat.answer();
    byte[] head =
        ascii(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + HEAD_END);
    ByteBuffer whole = ByteBuffer.allocate(head.length + body.length);
    whole.put(head).put(body);
    return whole.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
