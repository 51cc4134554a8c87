package io.keystile.bridge.upstream;

import static io.keystile.bridge.upstream.Upstreams.CHAT;
import static io.keystile.bridge.upstream.Upstreams.KEY;
import static io.keystile.bridge.upstream.Upstreams.bridgeTo;
import static io.keystile.bridge.upstream.Upstreams.ok;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.bridge.Bridge;
import io.keystile.bridge.upstream.ScriptedServer.Received;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamRequestTest {

  private static ScriptedServer server;
  private static Bridge bridge;

  @BeforeAll
  static void start() throws IOException {
    server = ScriptedServer.saying(ok("{}"));
    bridge = bridgeTo(server.url());
  }

  @AfterAll
  static void stop() throws IOException {
    bridge.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer MARK",
        "X-API-Key: MARK",
        "Api-Key: MARK",
        "Cookie: session=MARK",
        "X-Forwarded-For: MARK",
        "X-Forwarded-Host: MARK",
        "X-Forwarded-Proto: MARK",
        "Forwarded: for=MARK",
        "Via: 1.1 MARK",
        "X-Real-IP: MARK",
        "Proxy-Authorization: Basic MARK",
        "Proxy-Connection: MARK",
        "Referer: http://MARK/",
        "OpenAI-Organization: MARK",
        "X-Anything-Else: MARK",
        "Accept-Encoding: MARK",
        "TE: MARK",
        "Host: MARK",
        "Authorization: Bearer MARK\r\nConnection: Authorization"
      })
  void leavesTheCallersHeadersBehind(String headers) throws Exception {
    Received request = sendRaw("POST /v1/chat/completions HTTP/1.1", headers);
    assertFalse(request.head().contains("MARK"), request.head());
    assertTrue(request.head().contains("uthorization: Bearer " + KEY), request.head());
  }

  @Test
  void leavesTheCallersQueryBehind() throws Exception {
    Received request = sendRaw("POST /v1/chat/completions?api_key=MARK HTTP/1.1", "X: y");
    assertTrue(request.head().startsWith("POST /v1/chat/completions HTTP/1.1\r\n"));
  }

  @Test
  void goesToTheConfiguredHostWhateverTheCallerSays() throws Exception {
    Received request =
        sendRaw("POST http://evil.example/v1/chat/completions HTTP/1.1", "Host: evil.example");
    assertTrue(
        request.head().toLowerCase(Locale.ROOT).contains("host: 127.0.0.1:" + server.port()),
        request.head());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept: application/json, text/event-stream",
        "Content-Type: application/json; charset=utf-8",
        "User-Agent: client/1.0",
        "Idempotency-Key: 42",
        "OpenAI-Beta: assistants=v2",
        "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
      })
  void takesTheseAlong(String header) throws Exception {
    Received request = sendRaw("POST /v1/chat/completions HTTP/1.1", header);
    assertTrue(
        request.head().toLowerCase(Locale.ROOT).contains(header.toLowerCase(Locale.ROOT)),
        request.head());
  }

  @Test
  void passesTheBodyOnByteForByte() throws Exception {
    String body =
        " {\"unknown\": [1.0, 1e400, 12345678901234567890],\t\"dup\":1,\"dup\":2,\n"
            + "\"e\":\"\\u00e9\u00e9\"} ";
    bridge.send(bridge.chat(body));
    assertEquals(body, server.awaitRequest().text());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void passesALargeBodyOnByteForByte(boolean lengthKnown) throws Exception {
    byte[] body = new byte[9 << 20];
    new Random(1).nextBytes(body);
    bridge.send(
        bridge
            .chat("")
            .POST(
                lengthKnown
                    ? BodyPublishers.ofByteArray(body)
                    : BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body))));
    assertArrayEquals(body, server.awaitRequest().bytes());
  }

  @Test
  void doesNotJudgeTheBody() throws Exception {
    assertEquals(200, bridge.send(bridge.chat("no json")).statusCode());
    assertEquals("no json", server.awaitRequest().text());
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/models,             /v1/models",
    "/models,                /v1/models",
    "/v1/models/gpt,         /v1/models/gpt",
    "/models/org/model,      /v1/models/org/model",
    "/models/org%2Fmodel,    /v1/models/org/model",
    "/models/a%20b%3Fc%23d,  /v1/models/a%20b%3Fc%23d"
  })
  void asksForModels(String asked, String passedOn) throws Exception {
    assertEquals(200, bridge.send(bridge.to(asked)).statusCode());
    assertTrue(server.awaitRequest().head().startsWith("GET " + passedOn + " HTTP/1.1\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"..", "../admin", "a/../b", "%2e%2e", "%2e%2e%2fadmin", ".", "a//b", "%2Fadmin"})
  void knowsNoModelThatLeadsElsewhere(String name) throws Exception {
    int status =
        bridge
            .send(
                bridge
                    .to("/")
                    .uri(URI.create("http://127.0.0.1:" + bridge.port() + "/v1/models/" + name)))
            .statusCode();
    assertEquals(404, status);
  }

  @Test
  void sendsNoKeyWhereNoneIsConfigured() throws Exception {
    try (Bridge keyless =
        Bridge.start(
            Map.of(
                "keystile.bridge.backend",
                "upstream",
                "keystile.bridge.upstream.url",
                server.url()))) {
      keyless.send(keyless.chat(CHAT).header("Authorization", "Bearer MARK"));
      assertFalse(server.awaitRequest().head().toLowerCase(Locale.ROOT).contains("authorization"));
    }
  }

  /** The JDK's client does not let a test set some of these headers. */
  private static Received sendRaw(String requestLine, String headers) throws Exception {
    String host = headers.startsWith("Host:") ? "" : "Host: localhost\r\n";
    String type = headers.startsWith("Content-Type:") ? "" : "Content-Type: application/json\r\n";
    String request =
        requestLine + "\r\n" + host + type + headers + "\r\nContent-Length: 2\r\n\r\n{}";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bridge.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      byte[] status = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 200", new String(status, StandardCharsets.ISO_8859_1));
    }
    return server.awaitRequest();
  }
}
