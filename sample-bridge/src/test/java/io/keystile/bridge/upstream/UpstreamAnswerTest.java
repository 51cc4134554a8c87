package io.keystile.bridge.upstream;

import static io.keystile.bridge.upstream.Upstreams.CHAT;
import static io.keystile.bridge.upstream.Upstreams.KEY;
import static io.keystile.bridge.upstream.Upstreams.answer;
import static io.keystile.bridge.upstream.Upstreams.bridgeTo;
import static io.keystile.bridge.upstream.Upstreams.ok;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.bridge.Bridge;
import io.keystile.bridge.upstream.ScriptedServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamAnswerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200 OK",
        "201 Created",
        "400 Bad Request",
        "403 Forbidden",
        "404 Not Found",
        "422 Unprocessable",
        "429 Too Many Requests",
        "500 Internal",
        "503 Unavailable",
        "529 Overloaded"
      })
  void passesStatusAndBodyOn(String status) throws Exception {
    HttpResponse<String> response = chat(answer(status, "{ \"x\" :1}"));
    assertEquals(Integer.parseInt(status.substring(0, 3)), response.statusCode());
    assertEquals("{ \"x\" :1}", response.body());
    assertEquals("application/json", header(response, "content-type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Retry-After: 7",
        "retry-after-ms: 70",
        "x-ratelimit-remaining-tokens: 12",
        "X-Request-Id: req_1",
        "openai-processing-ms: 5",
        "Cache-Control: no-store",
        "Content-Type: text/plain; charset=utf-8"
      })
  void passesTheseHeadersOn(String line) throws Exception {
    String head = "HTTP/1.1 429 Too Many\r\n" + line + "\r\nContent-Length: 2\r\n\r\n{}";
    String name = line.substring(0, line.indexOf(':'));
    assertEquals(line.substring(line.indexOf(' ') + 1), header(chat(head), name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Set-Cookie: MARK=1",
        "Set-Cookie2: MARK",
        "Server: MARK",
        "openai-organization: MARK",
        "X-Powered-By: MARK",
        "Authorization: Bearer " + KEY,
        "Location: http://MARK/",
        "Access-Control-Allow-Origin: MARK",
        "WWW-Authenticate: MARK",
        "Alt-Svc: MARK",
        "X-Anything-Else: MARK"
      })
  void keepsTheseHeadersBack(String line) throws Exception {
    HttpResponse<String> response = chat(answer("200 OK", "{}", line));
    assertFalse(response.headers().map().toString().contains("MARK"));
    assertFalse(response.headers().map().toString().contains(KEY));
  }

  @Test
  void passesACompressedBodyOnAsItIs() throws Exception {
    byte[] zipped = gzip("{\"x\":\"" + "y".repeat(5000) + "\"}");
    Script script =
        exchange -> {
          exchange.send(
              Upstreams.HEAD
                  + "Content-Encoding: gzip\r\nContent-Length: "
                  + zipped.length
                  + "\r\n\r\n");
          exchange.send(zipped);
        };
    HttpResponse<byte[]> response = chat(script, BodyHandlers.ofByteArray());
    assertEquals("gzip", header(response, "content-encoding"));
    assertArrayEquals(zipped, response.body());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void hasNoLimitForTheBody(boolean chunked) throws Exception {
    byte[] body = new byte[24 << 20];
    new Random(2).nextBytes(body);
    Script script =
        exchange -> {
          if (chunked) {
            exchange.send(Upstreams.STREAM_HEAD + Integer.toHexString(body.length) + "\r\n");
            exchange.send(body);
            exchange.send("\r\n0\r\n\r\n");
          } else {
            exchange.send(Upstreams.HEAD + "Content-Length: " + body.length + "\r\n\r\n");
            exchange.send(body);
          }
        };
    HttpResponse<byte[]> response = chat(script, BodyHandlers.ofByteArray());
    assertArrayEquals(body, response.body());
    assertEquals(chunked, response.headers().firstValue("content-length").isEmpty());
  }

  @Test
  void takesABodyThatEndsWithTheConnection() throws Exception {
    Script script =
        exchange -> {
          exchange.send("HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n");
          exchange.send("data: [DONE]\n\n");
          exchange.close();
        };
    assertEquals("data: 1\n\ndata: [DONE]\n\n", chat(script, BodyHandlers.ofString()).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"100 Continue", "102 Processing", "103 Early Hints"})
  void passesOverInformationalAnswers(String status) throws Exception {
    HttpResponse<String> response =
        chat("HTTP/1.1 " + status + "\r\nLink: x\r\n\r\n" + ok("{\"x\":1}"));
    assertEquals(200, response.statusCode());
    assertEquals("{\"x\":1}", response.body());
  }

  @Test
  void takesAnEmptyAnswer() throws Exception {
    HttpResponse<String> response = chat("HTTP/1.1 204 No Content\r\n\r\n");
    assertEquals(204, response.statusCode());
    assertEquals("", response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "/", "a/", ";"})
  void survivesAnUnreadableContentType(String type) throws Exception {
    HttpResponse<String> response =
        chat("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: 2\r\n\r\n{}");
    assertEquals(200, response.statusCode());
    assertEquals("{}", response.body());
  }

  @Test
  void answersAHeadRequestWithoutTheBody() throws Exception {
    try (ScriptedServer server = ScriptedServer.saying(ok("{\"object\":\"list\"}"));
        Bridge bridge = bridgeTo(server.url())) {
      HttpResponse<String> response =
          bridge.send(bridge.to("/v1/models").method("HEAD", BodyPublishers.noBody()));
      assertEquals(200, response.statusCode());
      assertEquals("", response.body());
      assertEquals(200, bridge.send(bridge.to("/v1/models")).statusCode());
    }
  }

  @Test
  void neverLetsTheProviderKeyDown() throws Exception {
    assertKeyStays(exchange -> exchange.send(ok("{\"you sent\":\"Bearer " + KEY + "\"}")));
    assertKeyStays(
        exchange -> exchange.send(answer("400 Bad", "{\"you sent\":\"Bearer " + KEY + "\"}")));
  }

  @Test
  void neverLetsTheProviderKeyDownInPieces() throws Exception {
    assertKeyStays(
        exchange -> {
          exchange.send(Upstreams.STREAM_HEAD);
          exchange.sendChunk("data: " + KEY.substring(0, 9));
          exchange.sendChunk(KEY.substring(9) + "\n\n");
          exchange.sendChunk("data: [DONE]\n\n");
          exchange.send("0\r\n\r\n");
        });
  }

  @Test
  void makesUpItsOwnReasonPhrase() throws Exception {
    try (ScriptedServer server = ScriptedServer.saying(ok("{}").replace("200 OK", "200 " + KEY));
        Bridge bridge = bridgeTo(server.url());
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), bridge.port())) {
      String request = "GET /v1/models HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      caller.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = caller.getInputStream().readAllBytes();
      assertTrue(new String(answer, StandardCharsets.UTF_8).startsWith("HTTP/1.1 200 OK\r\n"));
    }
  }

  @Test
  void reusesConnections() throws Exception {
    try (ScriptedServer server = ScriptedServer.saying(ok("{}"));
        Bridge first = bridgeTo(server.url())) {
      for (int i = 0; i < 10; i++) {
        assertEquals(200, first.send(first.chat(CHAT)).statusCode());
      }
      assertEquals(1, server.connections());
    }
  }

  private static void assertKeyStays(Script script) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(script);
        Bridge bridge = bridgeTo(server.url())) {
      ByteArrayOutputStream arrived = new ByteArrayOutputStream();
      assertThrows(
          IOException.class,
          () -> {
            HttpResponse<InputStream> response =
                bridge.send(bridge.chat(CHAT), BodyHandlers.ofInputStream());
            response.body().transferTo(arrived);
            assertTrue(response.statusCode() == 502);
            throw new IOException("refused");
          });
      assertFalse(arrived.toString(StandardCharsets.UTF_8).contains(KEY));
      assertFalse(arrived.toString(StandardCharsets.UTF_8).contains("[DONE]"));
    }
  }

  private static HttpResponse<String> chat(String answer) throws Exception {
    return chat(exchange -> exchange.send(answer), BodyHandlers.ofString());
  }

  private static <T> HttpResponse<T> chat(Script script, HttpResponse.BodyHandler<T> handler)
      throws Exception {
    try (ScriptedServer server = ScriptedServer.start(script);
        Bridge bridge = bridgeTo(server.url())) {
      return bridge.send(bridge.chat(CHAT), handler);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return zipped.toByteArray();
  }
}
