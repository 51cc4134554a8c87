package io.keystile.bridge.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.bridge.Bridge;
import io.keystile.bridge.Json;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeToBridgeTest {

  private static Bridge server;
  private static Bridge bridge;

  @BeforeAll
  static void start() {
    server = Bridge.start(Map.of("keystile.bridge.models", "echo,org/other"));
    bridge = Upstreams.bridgeTo("http://127.0.0.1:" + server.port() + "/v1/");
  }

  @AfterAll
  static void stop() {
    bridge.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/models", "/models/echo", "/models/org/other", "/models/unknown"})
  void answersModelsAsTheServerDoes(String path) throws Exception {
    HttpResponse<String> direct = server.send(server.to(path));
    HttpResponse<String> relayed = bridge.send(bridge.to(path));
    assertEquals(direct.statusCode(), relayed.statusCode());
    assertEquals(direct.body(), relayed.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{'model':'echo'}",
        "{'model':'no','messages':[{'role':'user','content':''}]}"
      })
  void refusesAsTheServerDoes(String body) throws Exception {
    HttpResponse<String> direct = server.send(server.chat(Json.of(body)));
    HttpResponse<String> relayed = bridge.send(bridge.chat(Json.of(body)));
    assertEquals(direct.statusCode(), relayed.statusCode());
    assertEquals(direct.body(), relayed.body());
  }

  @Test
  void streamsALongAnswer() throws Exception {
    String body =
        Json.of(
            "{'model':'echo','stream':true,'messages':[{'role':'user','content':'"
                + "word ".repeat(50_000)
                + "'}]}");
    HttpResponse<String> relayed = bridge.send(bridge.chat(body));
    assertEquals("text/event-stream", relayed.headers().firstValue("content-type").orElseThrow());
    assertEquals(50_004, relayed.body().split("\n\n").length);
    assertTrue(relayed.body().endsWith("data: [DONE]\n\n"));
  }
}
