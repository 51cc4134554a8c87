package io.keystile.bridge.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.bridge.Bridge;
import io.keystile.bridge.Json;
import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EchoStreamTest {

  private static Bridge bridge;

  @BeforeAll
  static void start() {
    bridge = Bridge.start(Map.of());
  }

  @AfterAll
  static void stop() {
    bridge.close();
  }

  @Test
  void isAnEventStream() throws Exception {
    HttpResponse<String> response = stream("");
    assertEquals("text/event-stream", response.headers().firstValue("content-type").orElseThrow());
    assertTrue(response.body().lines().allMatch(l -> l.isEmpty() || l.startsWith("data: ")));
    assertTrue(response.body().endsWith("data: [DONE]\n\n"), response.body());
  }

  @Test
  void isNeverCompressed() throws Exception {
    HttpResponse<String> response =
        bridge.send(bridge.chat(body("")).header("Accept-Encoding", "gzip, br"));
    assertTrue(response.headers().firstValue("content-encoding").isEmpty());
    assertTrue(response.body().endsWith("data: [DONE]\n\n"));
  }

  @Test
  void givesTheRoleInTheFirstChunkOnly() throws Exception {
    List<JsonNode> chunks = chunks("");
    assertEquals("assistant", delta(chunks.get(0)).get("role").getStringValue());
    assertEquals("", delta(chunks.get(0)).get("content").getStringValue());
    for (JsonNode chunk : chunks.subList(1, chunks.size())) {
      assertNull(delta(chunk).get("role"));
    }
  }

  @Test
  void givesTheTextInPieces() throws Exception {
    List<JsonNode> chunks = chunks("");
    assertEquals(5, chunks.size());
    assertEquals(
        "hello big world",
        chunks.subList(0, 4).stream()
            .map(chunk -> delta(chunk).get("content").getStringValue())
            .collect(Collectors.joining()));
  }

  @Test
  void givesTheFinishReasonInTheLastChunkOnly() throws Exception {
    List<JsonNode> chunks = chunks("");
    JsonNode last = chunks.get(chunks.size() - 1);
    assertEquals("stop", choice(last).get("finish_reason").getStringValue());
    assertEquals(0, delta(last).size());
    for (JsonNode chunk : chunks.subList(0, chunks.size() - 1)) {
      assertTrue(choice(chunk).get("finish_reason").isNull());
    }
  }

  @Test
  void stopsAtTheLimit() throws Exception {
    List<JsonNode> chunks = chunks(",'max_tokens':1");
    assertEquals(3, chunks.size());
    assertEquals("length", choice(chunks.get(2)).get("finish_reason").getStringValue());
  }

  @Test
  void sharesIdTimeAndModel() throws Exception {
    List<JsonNode> chunks = chunks(",'stream_options':{'include_usage':true}");
    for (String member : List.of("id", "created", "model", "object")) {
      assertEquals(
          1, chunks.stream().map(chunk -> chunk.get(member).getValue()).distinct().count());
    }
    assertEquals("chat.completion.chunk", chunks.get(0).get("object").getStringValue());
  }

  @Test
  void leavesTheUsageOut() throws Exception {
    for (JsonNode chunk : chunks(",'stream_options':{'include_usage':false}")) {
      assertNull(chunk.get("usage"));
    }
  }

  @Test
  void givesTheUsageAtTheEndWhenAskedFor() throws Exception {
    List<JsonNode> chunks = chunks(",'stream_options':{'include_usage':true}");
    JsonNode last = chunks.get(chunks.size() - 1);
    assertEquals(0, last.get("choices").size());
    assertEquals(3, last.get("usage").get("completion_tokens").getIntValue());
    for (JsonNode chunk : chunks.subList(0, chunks.size() - 1)) {
      assertTrue(chunk.get("usage").isNull());
    }
  }

  @Test
  void streamsALongAnswerWhole() throws Exception {
    String text = "word ".repeat(20_000);
    HttpResponse<String> response =
        bridge.send(bridge.chat(body("").replace("hello big world", text)));
    String content =
        chunks(response).stream()
            .filter(chunk -> delta(chunk).get("content") != null)
            .map(chunk -> delta(chunk).get("content").getStringValue())
            .collect(Collectors.joining());
    assertEquals(text, content);
  }

  private static List<JsonNode> chunks(String members) throws Exception {
    return chunks(stream(members));
  }

  private static List<JsonNode> chunks(HttpResponse<String> response) {
    return Arrays.stream(response.body().split("\n\n"))
        .map(event -> event.substring("data: ".length()))
        .filter(data -> !data.equals("[DONE]"))
        .map(Json::read)
        .toList();
  }

  private static HttpResponse<String> stream(String members) throws Exception {
    HttpResponse<String> response = bridge.send(bridge.chat(body(members)));
    assertEquals(200, response.statusCode(), response.body());
    return response;
  }

  private static String body(String members) {
    return Json.of(
        "{'model':'echo','stream':true,"
            + "'messages':[{'role':'user','content':'hello big world'}]"
            + members
            + "}");
  }

  private static JsonNode choice(JsonNode chunk) {
    return chunk.get("choices").get(0);
  }

  private static JsonNode delta(JsonNode chunk) {
    return choice(chunk).get("delta");
  }
}
