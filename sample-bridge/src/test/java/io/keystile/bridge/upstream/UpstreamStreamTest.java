package io.keystile.bridge.upstream;

import static io.keystile.bridge.upstream.Upstreams.CHAT;
import static io.keystile.bridge.upstream.Upstreams.STREAM_HEAD;
import static io.keystile.bridge.upstream.Upstreams.bridgeTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.bridge.Bridge;
import io.keystile.bridge.upstream.ScriptedServer.Script;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UpstreamStreamTest {

  private static final String EVENT = "data: {\"n\":1}\n\n";

  @Test
  void passesTheHeadersOnBeforeTheFirstEvent() throws Exception {
    CountDownLatch headersArrived = new CountDownLatch(1);
    Script script =
        exchange -> {
          exchange.send(STREAM_HEAD);
          Waiting.on(headersArrived);
          exchange.sendChunk(EVENT);
          exchange.send("0\r\n\r\n");
        };
    try (ScriptedServer server = ScriptedServer.start(script);
        Bridge bridge = bridgeTo(server.url())) {
      HttpResponse<InputStream> response =
          bridge.send(bridge.chat(CHAT), BodyHandlers.ofInputStream());
      assertEquals(
          "text/event-stream", response.headers().firstValue("content-type").orElseThrow());
      headersArrived.countDown();
      assertEquals(EVENT, new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void passesHeadersAndAnEventThatComesWithThemOnAsOne() throws Exception {
    Script script =
        exchange -> {
          exchange.send(STREAM_HEAD + "f\r\n" + EVENT + "\r\n");
          exchange.isClosedWithin(10_000);
        };
    try (ScriptedServer server = ScriptedServer.start(script);
        Bridge bridge = bridgeTo(server.url());
        Socket caller = post(bridge)) {
      byte[] arrived = new byte[4096];
      int count = caller.getInputStream().read(arrived);
      String first = new String(arrived, 0, count, StandardCharsets.UTF_8);
      assertTrue(first.contains(EVENT), first);
    }
  }

  @Test
  void passesEachEventOnBeforeTheNextComes() throws Exception {
    int events = 20;
    CountDownLatch[] arrived = new CountDownLatch[events];
    for (int i = 0; i < events; i++) {
      arrived[i] = new CountDownLatch(1);
    }
    Script script =
        exchange -> {
          exchange.send(STREAM_HEAD);
          for (CountDownLatch event : arrived) {
            exchange.sendChunk(EVENT);
            Waiting.on(event);
          }
          exchange.send("0\r\n\r\n");
        };
    try (ScriptedServer server = ScriptedServer.start(script);
        Bridge bridge = bridgeTo(server.url())) {
      InputStream body =
          bridge
              .send(
                  bridge.chat(CHAT).header("Accept-Encoding", "gzip"), BodyHandlers.ofInputStream())
              .body();
      for (CountDownLatch event : arrived) {
        assertEquals(EVENT, new String(body.readNBytes(EVENT.length()), StandardCharsets.UTF_8));
        event.countDown();
      }
      assertEquals(-1, body.read());
    }
  }

  @Test
  void lastsLongerThanAnyTimeoutWhileEventsCome() throws Exception {
    Script script =
        exchange -> {
          exchange.send(STREAM_HEAD);
          for (int i = 0; i < 15; i++) {
            assertFalse(exchange.isClosedWithin(100));
            exchange.sendChunk(EVENT);
          }
          exchange.send("0\r\n\r\n");
        };
    try (ScriptedServer server = ScriptedServer.start(script);
        Bridge bridge =
            bridgeTo(
                server.url(),
                "first-byte-timeout",
                "800ms",
                "idle-timeout",
                "800ms",
                "connect-timeout",
                "800ms",
                "keep-alive",
                "800ms")) {
      assertEquals(EVENT.repeat(15), bridge.send(bridge.chat(CHAT)).body());
    }
  }

  @Test
  void closesTheServersConnectionWhenTheCallerLeavesTheStream() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    Script script =
        exchange -> {
          exchange.send(STREAM_HEAD);
          exchange.sendChunk(EVENT);
          if (exchange.isClosedWithin(10_000)) {
            closed.countDown();
          }
        };
    try (ScriptedServer server = ScriptedServer.start(script);
        Bridge bridge = bridgeTo(server.url())) {
      try (Socket caller = post(bridge)) {
        assertEquals('H', caller.getInputStream().read());
      }
      assertTrue(closed.await(1, TimeUnit.SECONDS));
    }
  }

  @Test
  void closesTheServersConnectionWhenTheCallerLeavesBeforeTheAnswer() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Script script =
        exchange -> {
          asked.countDown();
          if (exchange.isClosedWithin(10_000)) {
            closed.countDown();
          }
        };
    try (ScriptedServer server = ScriptedServer.start(script);
        Bridge bridge = bridgeTo(server.url())) {
      try (Socket caller = post(bridge)) {
        Waiting.on(asked);
        assertFalse(caller.isClosed());
      }
      assertTrue(closed.await(1, TimeUnit.SECONDS));
    }
  }

  @Test
  void keepsTheServersConnectionWhenTheCallerLeavesAfterTheAnswer() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.saying(STREAM_HEAD, "f\r\n" + EVENT + "\r\n", "0\r\n\r\n");
        Bridge bridge = bridgeTo(server.url())) {
      for (int i = 0; i < 5; i++) {
        try (Socket caller = post(bridge, "Connection: close\r\n")) {
          byte[] all = caller.getInputStream().readAllBytes();
          assertTrue(new String(all, StandardCharsets.UTF_8).contains(EVENT));
        }
      }
      assertTrue(server.connections() <= Runtime.getRuntime().availableProcessors() * 2);
    }
  }

  @Test
  void readsNoFasterThanTheCaller() throws Exception {
    long size = 256L << 20;
    AtomicLong written = new AtomicLong();
    CountDownLatch done = new CountDownLatch(1);
    Script script =
        exchange -> {
          exchange.send(Upstreams.HEAD + "Content-Length: " + size + "\r\n\r\n");
          byte[] piece = new byte[1 << 20];
          while (written.get() < size) {
            exchange.send(piece);
            written.addAndGet(piece.length);
          }
          done.countDown();
        };
    try (ScriptedServer server = ScriptedServer.start(script);
        Bridge bridge = bridgeTo(server.url(), "idle-timeout", "500ms");
        Socket caller = post(bridge)) {
      assertEquals('H', caller.getInputStream().read());
      assertFalse(done.await(2, TimeUnit.SECONDS));
      assertTrue(written.get() < size / 4, "read ahead " + written.get());
      while (done.getCount() > 0) {
        assertTrue(caller.getInputStream().read(new byte[1 << 16]) > 0);
      }
    }
  }

  private static Socket post(Bridge bridge) throws Exception {
    return post(bridge, "");
  }

  private static Socket post(Bridge bridge, String headers) throws Exception {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), bridge.port());
    socket.setSoTimeout(10_000);
    String request =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n"
            + headers
            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }
}
