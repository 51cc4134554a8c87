package io.keystile.bench.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\n\r\n9\r\ndata: 1\n\n\r\nb\r\ndata: 22\n\nx\r\n0\r\n\r\n";

  private final Answer answer = new Answer();

  @Test
  void tellsThatItWasRefused() {
    arrive("HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno");

    assertTrue(answer.isDone());
    assertFalse(answer.isOk());
  }

  @Test
  void isNotDoneBeforeItsLastByte() {
    arrive("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nab");

    assertFalse(answer.isDone());

    arrive("c");

    assertTrue(answer.isDone());
    assertEquals("abc", body());
  }

  @Test
  void isNotDoneBeforeItsLastChunk() {
    arrive(CHUNKED.substring(0, CHUNKED.length() - 1));

    assertFalse(answer.isDone());
  }

  @Test
  void putsChunksTogetherHoweverTheyAreTorn() {
    for (int i = 0; i < CHUNKED.length(); i++) {
      arrive(CHUNKED.substring(i, i + 1));
    }

    assertTrue(answer.isDone());
    assertTrue(answer.isOk());
    assertEquals("data: 1\n\ndata: 22\n\nx", body());
    assertEquals(2, answer.frames());
  }

  private void arrive(String text) {
    answer.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private String body() {
    return new String(answer.body(), StandardCharsets.US_ASCII);
  }
}
