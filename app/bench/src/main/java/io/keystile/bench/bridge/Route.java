package io.keystile.bench.bridge;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One way to the model server.
 *
 * @param name what it is called in the results
 * @param address who is asked
 * @param key what is shown
 */
record Route(String name, InetSocketAddress address, String key) {

  private static final String REQUEST =
      """
      POST %s HTTP/1.1\r
      Host: %s:%d\r
      Authorization: Bearer %s\r
      Content-Type: application/json\r
      Content-Length: %d\r
      \r
      %s\
      """;

  /** A whole request with this body. */
  ByteBuffer request(String body) {
    String text =
        REQUEST.formatted(
            Chat.PATH, address.getHostString(), address.getPort(), key, body.length(), body);
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return name;
  }
}
