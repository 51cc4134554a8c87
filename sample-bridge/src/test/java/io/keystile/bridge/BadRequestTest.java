package io.keystile.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BadRequestTest {

  private static final String HI = "[{'role':'user','content':'hi'}]";
  private static Bridge bridge;

  @BeforeAll
  static void start() {
    bridge = Bridge.start(Map.of("keystile.bridge.max-body", "10KB"));
  }

  @AfterAll
  static void stop() {
    bridge.close();
  }

  static Stream<String> unreadable() {
    return Stream.of(
        "", "{", "nope", "{'model'", "\u0000", "[".repeat(5000), "{'a':".repeat(1000), "{'a':NaN}");
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void refusesWhatIsNotJson(String body) throws Exception {
    assertRefused(send(body), 400, null, null);
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws Exception {
    byte[] body = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
    assertRefused(
        bridge.send(bridge.chat("").POST(BodyPublishers.ofByteArray(body))), 400, null, null);
  }

  @ParameterizedTest
  @CsvSource({"[]", "null", "1", "'\"text\"'"})
  void refusesWhatIsNotAnObject(String body) throws Exception {
    assertRefused(send(body), 400, null, null);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          model                     | missing_required_parameter | {'messages':MESSAGES}
          model                     | missing_required_parameter | {'model':null,'messages':MESSAGES}
          model                     | invalid_type               | {'model':7,'messages':MESSAGES}
          messages                  | missing_required_parameter | {'model':'echo'}
          messages                  | empty_array                | {'model':'echo','messages':[]}
          messages                  | invalid_type               | {'model':'echo','messages':'hi'}
          messages[0]               | invalid_type               | {'model':'echo','messages':['hi']}
          messages[0]               | missing_required_parameter | {'model':'echo','messages':[null]}
          messages[0].role          | missing_required_parameter | {'model':'echo','messages':[{'content':'hi'}]}
          messages[0].role          | invalid_value              | {'model':'echo','messages':[{'role':'king','content':'hi'}]}
          messages[0].content       | missing_required_parameter | {'model':'echo','messages':[{'role':'user'}]}
          messages[0].content       | invalid_type               | {'model':'echo','messages':[{'role':'user','content':{}}]}
          messages[0].content[0]    | invalid_type               | {'model':'echo','messages':[{'role':'user','content':['hi']}]}
          messages[0].content[0].type | missing_required_parameter | {'model':'echo','messages':[{'role':'user','content':[{}]}]}
          messages[0].content[0].text | invalid_type             | {'model':'echo','messages':[{'role':'user','content':[{'type':'text','text':1}]}]}
          stream                    | invalid_type               | {'model':'echo','messages':MESSAGES,'stream':'yes'}
          stream_options            | invalid_type               | {'model':'echo','messages':MESSAGES,'stream':true,'stream_options':1}
          stream_options            | invalid_value              | {'model':'echo','messages':MESSAGES,'stream_options':{}}
          stream_options.include_usage | invalid_type            | {'model':'echo','messages':MESSAGES,'stream':true,'stream_options':{'include_usage':1}}
          max_tokens                | invalid_type               | {'model':'echo','messages':MESSAGES,'max_tokens':'1'}
          max_tokens                | invalid_type               | {'model':'echo','messages':MESSAGES,'max_tokens':1.5}
          max_tokens                | integer_below_min_value    | {'model':'echo','messages':MESSAGES,'max_tokens':0}
          max_completion_tokens     | integer_below_min_value    | {'model':'echo','messages':MESSAGES,'max_completion_tokens':-1}
          """)
  void namesTheMemberAtFault(String param, String code, String body) throws Exception {
    assertRefused(send(body.replace("MESSAGES", HI)), 400, param, code);
  }

  @Test
  void doesNotKnowOtherModels() throws Exception {
    assertRefused(send("{'model':'gpt','messages':" + HI + "}"), 404, "model", "model_not_found");
    assertRefused(bridge.send(bridge.to("/v1/models/gpt")), 404, "model", "model_not_found");
    assertRefused(bridge.send(bridge.to("/models/a/b")), 404, "model", "model_not_found");
  }

  @Test
  void refusesABodyOverTheLimit() throws Exception {
    assertRefused(send(" ".repeat(10241)), 413, null, "request_too_large");
  }

  @Test
  void refusesABodyOverTheLimitThatDoesNotTellItsLength() throws Exception {
    byte[] body = new byte[10241];
    HttpResponse<String> response =
        bridge.send(
            bridge.chat("").POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body))));
    assertRefused(response, 413, null, "request_too_large");
  }

  @Test
  void takesABodyUpToTheLimit() throws Exception {
    String body = Json.of("{'model':'echo','messages':" + HI + "}");
    assertEquals(200, send(body + " ".repeat(10240 - body.length())).statusCode());
  }

  private static HttpResponse<String> send(String body) throws Exception {
    return bridge.send(bridge.chat(Json.of(body)));
  }

  private static void assertRefused(
      HttpResponse<String> response, int status, @Nullable String param, @Nullable String code) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals("application/json", response.headers().firstValue("content-type").orElseThrow());
    JsonNode error = Json.read(response.body()).get("error");
    assertTrue(error.get("message").isString());
    assertEquals("invalid_request_error", error.get("type").getStringValue());
    assertEquals(param, error.get("param").getValue());
    assertEquals(code, error.get("code").getValue());
  }
}
