package io.keystile.bench.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ModelServerTest {

  private ModelServer server;

  @BeforeEach
  void start() throws IOException {
    server = ModelServer.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void answersOneQuestionAfterTheOther() throws IOException {
    try (SocketChannel caller = SocketChannel.open(server.address())) {
      assertArrayEquals(Chat.answer(), ask(caller, Chat.question()));
      assertArrayEquals(Chat.answer(), ask(caller, Chat.question()));
    }
  }

  @Test
  void streamsAllFramesWithTheIdThatWasAskedFor() throws IOException {
    try (SocketChannel caller = SocketChannel.open(server.address())) {
      byte[] stream = ask(caller, Chat.question("seven", 3));

      assertArrayEquals(Chat.stream("seven", 3), stream);
    }
  }

  @Test
  void manyStreamsEndAsTheyShouldWithoutAProxy() throws IOException {
    ManyStreams.Outcome outcome = new ManyStreams(route(), 3, 0, 0).run();

    assertEquals(0, outcome.wrong());
    assertEquals(0, outcome.unfinished());
  }

  private Route route() {
    return new Route("direct", server.address(), "none");
  }

  private byte[] ask(SocketChannel caller, String question) throws IOException {
    caller.write(route().request(question));
    Answer answer = new Answer();
    ByteBuffer in = ByteBuffer.allocate(1024);
    while (!answer.isDone() && caller.read(in.clear()) >= 0) {
      answer.add(in.flip());
    }
    assertTrue(answer.isOk());
    return answer.body();
  }
}
