package io.keystile.app.serve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestHeadTimerTest {

  private final RequestHeadTimer timer = new RequestHeadTimer(Duration.ofSeconds(10));
  private final EmbeddedChannel channel = new EmbeddedChannel();

  @BeforeEach
  void stopTheClock() {
    channel.freezeTime();
    channel.pipeline().addLast(timer, new HttpServerCodec(), timer.new HeadEnd());
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void closesAConnectionThatSendsAByteNowAndThen() {
    for (int second = 0; second < 9; second++) {
      send("G");
      pass(1);
      assertTrue(channel.isOpen());
    }
    pass(1);
    assertFalse(channel.isOpen());
  }

  @Test
  void closesAConnectionWhoseSecondRequestDoesNotEnd() {
    send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    pass(60);
    send("GET / HTTP/1.1\r\n");
    pass(10);
    assertFalse(channel.isOpen());
  }

  @Test
  void leavesAQuietConnectionAlone() {
    pass(60);
    send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    pass(60);
    assertTrue(channel.isOpen());
  }

  @Test
  void leavesASlowBodyAlone() {
    send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n");
    pass(60);
    send("a");
    pass(60);
    send("bc");
    pass(60);
    assertTrue(channel.isOpen());
  }

  private void send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  private void pass(int seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
  }
}
