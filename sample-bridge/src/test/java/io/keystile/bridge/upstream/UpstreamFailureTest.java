package io.keystile.bridge.upstream;

import static io.keystile.bridge.upstream.Upstreams.CHAT;
import static io.keystile.bridge.upstream.Upstreams.STREAM_HEAD;
import static io.keystile.bridge.upstream.Upstreams.answer;
import static io.keystile.bridge.upstream.Upstreams.assertError;
import static io.keystile.bridge.upstream.Upstreams.bridgeTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.bridge.Bridge;
import io.keystile.bridge.upstream.ScriptedServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamFailureTest {

  @Test
  void isBadGatewayWhenTheServerIsDown() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (Bridge bridge = bridgeTo("http://127.0.0.1:" + port + "/v1")) {
      assertError(bridge.send(bridge.chat(CHAT)), 502, "upstream_unavailable");
      assertError(bridge.send(bridge.to("/v1/models")), 502, "upstream_unavailable");
    }
  }

  @Test
  void isBadGatewayWhenTheServerHangsUp() throws Exception {
    assertAnswer(ScriptedServer.Exchange::close, 502, "upstream_unavailable");
  }

  @Test
  void isBadGatewayWhenTheServerResets() throws Exception {
    assertAnswer(ScriptedServer.Exchange::reset, 502, "upstream_unavailable");
  }

  @Test
  void isBadGatewayWhenTheServerDoesNotSpeakHttp() throws Exception {
    assertAnswer(exchange -> exchange.send("garbage\r\n\r\n"), 502, "upstream_unavailable");
  }

  @Test
  void isBadGatewayWhenTheHeadersBreakOff() throws Exception {
    assertAnswer(
        exchange -> {
          exchange.send("HTTP/1.1 200 OK\r\nContent-Ty");
          exchange.close();
        },
        502,
        "upstream_unavailable");
  }

  @Test
  void isGatewayTimeoutWhenTheServerDoesNotConnect() throws Exception {
    List<SocketChannel> queue = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Bridge bridge =
            bridgeTo(
                "http://127.0.0.1:" + full.getLocalPort() + "/v1", "connect-timeout", "500ms")) {
      for (int i = 0; i < 8; i++) {
        SocketChannel waiting = SocketChannel.open();
        waiting.configureBlocking(false);
        waiting.connect(full.getLocalSocketAddress());
        queue.add(waiting);
      }
      assertError(bridge.send(bridge.chat(CHAT)), 504, "upstream_timeout");
    } finally {
      for (SocketChannel waiting : queue) {
        waiting.close();
      }
    }
  }

  @Test
  void isGatewayTimeoutWhenTheServerDoesNotAnswer() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    assertAnswer(
        exchange -> {
          if (exchange.isClosedWithin(5000)) {
            closed.countDown();
          }
        },
        504,
        "upstream_timeout");
    Waiting.on(closed);
  }

  @Test
  void isGatewayTimeoutWhenTheHeadersTrickle() throws Exception {
    assertAnswer(
        exchange -> {
          exchange.send("HTTP/1.1 200 OK\r\n");
          while (!exchange.isClosedWithin(50)) {
            exchange.send("X: y\r\n");
          }
        },
        504,
        "upstream_timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"301 Moved", "302 Found", "303 See", "307 Temporary", "308 Permanent"})
  void doesNotFollowRedirects(String status) throws Exception {
    try (ScriptedServer elsewhere = ScriptedServer.saying(Upstreams.ok("{}"))) {
      assertAnswer(
          exchange -> exchange.send(answer(status, "", "Location: " + elsewhere.url())),
          502,
          "upstream_invalid_response");
      assertEquals(0, elsewhere.connections());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"401 Unauthorized", "407 Proxy Authentication Required"})
  void doesNotBlameTheCallerForTheProviderKey(String status) throws Exception {
    assertAnswer(
        exchange -> exchange.send(answer(status, "{\"error\":\"bad key sk-pro****\"}")),
        502,
        "upstream_unauthorized");
  }

  @Test
  void breaksTheTransferWhenTheStreamBreaks() throws Exception {
    assertBroken(
        exchange -> {
          exchange.send(STREAM_HEAD);
          exchange.sendChunk("data: 1\n\n");
          exchange.close();
        });
  }

  @Test
  void breaksTheTransferWhenTheStreamIsReset() throws Exception {
    assertBroken(
        exchange -> {
          exchange.send(STREAM_HEAD);
          exchange.sendChunk("data: 1\n\n");
          exchange.reset();
        });
  }

  @Test
  void breaksTheTransferWhenTheStreamTurnsToGarbage() throws Exception {
    assertBroken(
        exchange -> {
          exchange.send(STREAM_HEAD);
          exchange.sendChunk("data: 1\n\n");
          exchange.send("not a chunk\r\n");
        });
  }

  @Test
  void breaksTheTransferWhenTheStreamFallsSilent() throws Exception {
    assertBroken(
        exchange -> {
          exchange.send(STREAM_HEAD);
          exchange.sendChunk("data: 1\n\n");
          exchange.isClosedWithin(5000);
        });
  }

  @Test
  void breaksTheTransferWhenTheBodyIsTooShort() throws Exception {
    assertBroken(
        exchange -> {
          exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ndata: 1");
          exchange.close();
        });
  }

  @Test
  void goesOnAfterAFailure() throws Exception {
    Script script =
        exchange -> {
          if (exchange.request().text().contains("fail")) {
            exchange.reset();
          } else {
            exchange.send(Upstreams.ok("{}"));
          }
        };
    try (ScriptedServer server = ScriptedServer.start(script);
        Bridge bridge = bridgeTo(server.url())) {
      for (int i = 0; i < 5; i++) {
        assertEquals(502, bridge.send(bridge.chat("fail")).statusCode());
        assertEquals(200, bridge.send(bridge.chat(CHAT)).statusCode());
      }
    }
  }

  private static void assertAnswer(Script script, int status, String code) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(script);
        Bridge bridge = bridgeTo(server.url(), "first-byte-timeout", "500ms")) {
      assertError(bridge.send(bridge.chat(CHAT)), status, code);
    }
  }

  private static void assertBroken(Script script) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(script);
        Bridge bridge = bridgeTo(server.url(), "idle-timeout", "500ms")) {
      ByteArrayOutputStream arrived = new ByteArrayOutputStream();
      assertThrows(
          IOException.class,
          () -> {
            HttpResponse<InputStream> response =
                bridge.send(bridge.chat(CHAT), BodyHandlers.ofInputStream());
            response.body().transferTo(arrived);
          });
      assertFalse(arrived.toString(StandardCharsets.UTF_8).contains("[DONE]"));
    }
  }
}
