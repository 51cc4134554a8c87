package io.keystile.bridge.upstream;

import static io.keystile.bridge.upstream.Upstreams.CHAT;
import static io.keystile.bridge.upstream.Upstreams.KEY;
import static io.keystile.bridge.upstream.Upstreams.STREAM_HEAD;
import static io.keystile.bridge.upstream.Upstreams.ok;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.bridge.Bridge;
import io.keystile.bridge.Json;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamCaptureTest {

  private static final String OTHER = "sk-ant-api03-0123456789abcdefGHIJ";

  @TempDir Path folder;

  @Test
  void notesBothLegsWithoutAnyKey() throws Exception {
    Path file = folder.resolve("wire.jsonl");
    try (ScriptedServer server = ScriptedServer.start(UpstreamCaptureTest::answer);
        Bridge bridge =
            Bridge.start(
                Map.of(
                    "keystile.bridge.backend",
                    "upstream",
                    "keystile.bridge.upstream.url",
                    server.url(),
                    "keystile.bridge.upstream.api-key",
                    KEY,
                    "keystile.bridge.capture.file",
                    file.toString()))) {
      assertEquals(200, bridge.send(bridge.to("/v1/models")).statusCode());
      String streamed = bridge.send(bridge.chat(CHAT).header("Cookie", "session=1234")).body();
      assertTrue(streamed.contains(OTHER), "the client gets what the server said");
    }
    String all = Files.readString(file);
    for (String secret : List.of(KEY.substring(3), OTHER.substring(7), "session=1234")) {
      assertFalse(all.contains(secret), all);
    }
    List<JsonNode> lines = all.lines().map(Json::read).toList();
    assertEquals(
        List.of(
            "client request",
            "client response",
            "upstream body",
            "upstream request",
            "upstream response"),
        // The body of the upstream may end before or after the answer to the client begins.
        lines.stream()
            .limit(5)
            .map(line -> text(line, "leg") + " " + text(line, "kind"))
            .sorted()
            .toList());
    JsonNode up = lines.get(1);
    assertEquals("****", up.get("headers").get("Authorization").get(0).getStringValue());
    // One body, when all of the stream was there before anybody asked for it.
    String stream =
        lines.stream()
            .skip(5)
            .filter(line -> List.of("frame", "body").contains(text(line, "kind")))
            .map(line -> text(line, "body"))
            .collect(joining());
    assertEquals("data: {\"a\":\"sk-ant-****\"}\n\ndata: [DONE]\n\n", stream, all);
  }

  /** The key in the stream is torn over two pieces. */
  private static void answer(ScriptedServer.Exchange exchange) throws Exception {
    if (exchange.request().head().startsWith("GET")) {
      exchange.send(ok("{\"data\":[]}"));
      return;
    }
    exchange.send(STREAM_HEAD);
    exchange.sendChunk("data: {\"a\":\"" + OTHER.substring(0, 15));
    exchange.sendChunk(OTHER.substring(15) + "\"}\n\ndata: [DONE]\n\n");
    exchange.send("0\r\n\r\n");
  }

  private static String text(JsonNode line, String name) {
    JsonNode value = line.get(name);
    return value == null ? "" : value.getStringValue();
  }
}
