package io.keystile.bridge.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.bridge.Bridge;
import io.keystile.bridge.Json;
import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoChatTest {

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
  void answersAsTheReferenceSays() throws Exception {
    JsonNode completion = chat("'messages':[{'role':'user','content':'hello big world'}]");
    assertTrue(completion.get("id").getStringValue().startsWith("chatcmpl-"));
    assertEquals("chat.completion", completion.get("object").getStringValue());
    assertEquals("echo", completion.get("model").getStringValue());
    assertTrue(completion.get("created").getLongValue() > 0);
    JsonNode choice = completion.get("choices").get(0);
    assertEquals(0, choice.get("index").getIntValue());
    assertTrue(choice.get("logprobs").isNull());
    assertEquals("stop", choice.get("finish_reason").getStringValue());
    assertEquals("assistant", choice.get("message").get("role").getStringValue());
    assertEquals("hello big world", choice.get("message").get("content").getStringValue());
    assertTrue(choice.get("message").get("refusal").isNull());
    assertEquals(1, completion.get("choices").size());
  }

  @Test
  void countsTheTokensOfAllMessages() throws Exception {
    JsonNode usage =
        chat("'messages':[{'role':'system','content':'be kind'},"
                + "{'role':'user','content':'one two three'}]")
            .get("usage");
    assertEquals(5, usage.get("prompt_tokens").getIntValue());
    assertEquals(3, usage.get("completion_tokens").getIntValue());
    assertEquals(8, usage.get("total_tokens").getIntValue());
  }

  @Test
  void answersTheLastUserMessage() throws Exception {
    assertEquals(
        "second",
        content(
            chat(
                "'messages':[{'role':'user','content':'first'},"
                    + "{'role':'assistant','content':null,'tool_calls':[{'id':'c'}]},"
                    + "{'role':'tool','tool_call_id':'c','content':'42'},"
                    + "{'role':'user','content':'second'},"
                    + "{'role':'assistant','content':'third'}]")));
  }

  @Test
  void hasNothingToSayWhereTheUserSaidNothing() throws Exception {
    assertEquals("", content(chat("'messages':[{'role':'system','content':'be kind'}]")));
  }

  @Test
  void joinsTheTextPartsOfAMessage() throws Exception {
    assertEquals(
        "ab",
        content(
            chat(
                "'messages':[{'role':'user','content':[{'type':'text','text':'a'},"
                    + "{'type':'image_url','image_url':{'url':'data:,x'}},"
                    + "{'type':'text','text':'b'}]}]")));
  }

  @Test
  void passesOverWhatItDoesNotKnow() throws Exception {
    assertEquals(
        "hi",
        content(
            chat(
                "'tools':[{'type':'function','function':{'name':'f','parameters':{}}}],"
                    + "'tool_choice':'auto','temperature':0.5,'invented':{'deep':[1,2]},"
                    + "'seed':12345678901234567890123,"
                    + "'messages':[{'role':'user','name':'me','content':'hi','mood':'good'}]")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"max_tokens", "max_completion_tokens"})
  void stopsAtTheLimit(String limit) throws Exception {
    JsonNode completion =
        chat("'messages':[{'role':'user','content':'one two three'}],'" + limit + "':2");
    assertEquals("one two", content(completion));
    assertEquals("length", completion.get("choices").get(0).get("finish_reason").getStringValue());
    assertEquals(2, completion.get("usage").get("completion_tokens").getIntValue());
  }

  @Test
  void endsNormallyExactlyAtTheLimit() throws Exception {
    JsonNode completion = chat("'messages':[{'role':'user','content':'one two'}],'max_tokens':2");
    assertEquals("stop", completion.get("choices").get(0).get("finish_reason").getStringValue());
  }

  @Test
  void keepsEveryCharacter() throws Exception {
    assertEquals(
        "  a\n\tb \u00e9\ud83d\ude00  ",
        content(chat("'messages':[{'role':'user','content':'  a\\n\\tb \u00e9\ud83d\ude00  '}]")));
  }

  @Test
  void givesEveryAnswerItsOwnId() throws Exception {
    String messages = "'messages':[{'role':'user','content':'hi'}]";
    assertNotEquals(chat(messages).get("id"), chat(messages).get("id"));
  }

  @Test
  void answersWithoutTheVersionToo() throws Exception {
    String body = Json.of("{'model':'echo','messages':[{'role':'user','content':'hi'}]}");
    HttpResponse<String> response =
        bridge.send(
            bridge
                .chat(body)
                .uri(
                    java.net.URI.create(
                        "http://127.0.0.1:" + bridge.port() + "/chat/completions")));
    assertEquals("hi", content(Json.read(response.body())));
  }

  private static JsonNode chat(String members) throws Exception {
    HttpResponse<String> response =
        bridge.send(bridge.chat(Json.of("{'model':'echo'," + members + "}")));
    assertEquals(200, response.statusCode(), response.body());
    return Json.read(response.body());
  }

  private static String content(JsonNode completion) {
    return completion.get("choices").get(0).get("message").get("content").getStringValue();
  }
}
