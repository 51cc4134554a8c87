package io.keystile.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorShapeTest {

  private static Bridge bridge;

  @BeforeAll
  static void start() {
    bridge = Bridge.start(Map.of("test.failing-controller", "true"));
  }

  @AfterAll
  static void stop() {
    bridge.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"now", "later", "stream"})
  void tellsNothingOfAnUnexpectedException(String when) throws Exception {
    HttpResponse<String> response = bridge.send(bridge.to("/failing/" + when + "?input=MARK"));
    assertError(response, 500, "server_error", null);
    assertFalse(response.body().contains(FailingController.INTERNAL), response.body());
  }

  @Test
  void tellsNothingToABrowserEither() throws Exception {
    HttpResponse<String> response =
        bridge.send(bridge.to("/failing/now").header("Accept", "text/html,*/*;q=0.8"));
    assertError(response, 500, "server_error", null);
  }

  @Test
  void tellsNothingOfAnArgumentThatDoesNotFit() throws Exception {
    HttpResponse<String> response = bridge.send(bridge.to("/failing/number/MARK"));
    assertError(response, 400, "invalid_request_error", null);
    assertFalse(response.body().contains("MARK"), response.body());
  }

  @Test
  void knowsNoOtherUrl() throws Exception {
    HttpResponse<String> response = bridge.send(bridge.to("/v1/MARK?api_key=MARK"));
    assertError(response, 404, "invalid_request_error", "unknown_url");
    assertFalse(response.body().contains("MARK"), response.body());
  }

  @Test
  void refusesAnotherMethod() throws Exception {
    assertError(
        bridge.send(bridge.to("/v1/chat/completions")),
        405,
        "invalid_request_error",
        "method_not_supported");
  }

  @Test
  void refusesAnotherContentType() throws Exception {
    assertError(
        bridge.send(bridge.chat("hi").setHeader("Content-Type", "text/plain")),
        415,
        "invalid_request_error",
        "unsupported_content_type");
  }

  @Test
  void refusesWhereNoTypeIsAcceptable() throws Exception {
    assertError(
        bridge.send(bridge.to("/v1/models").header("Accept", "image/png")),
        406,
        "invalid_request_error",
        "not_acceptable");
  }

  @Test
  void refusesABodyOverTheLimitOfTheServer() throws Exception {
    assertError(
        bridge.send(bridge.chat("").POST(BodyPublishers.ofByteArray(new byte[11 << 20]))),
        413,
        "invalid_request_error",
        "request_too_large");
  }

  @Test
  void saysNothingMoreToAHeadRequest() throws Exception {
    HttpResponse<String> response =
        bridge.send(bridge.to("/v1/models/gpt").method("HEAD", BodyPublishers.noBody()));
    assertEquals(404, response.statusCode());
    assertEquals("", response.body());
  }

  private static void assertError(
      HttpResponse<String> response, int status, String type, @Nullable String code) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals("application/json", response.headers().firstValue("content-type").orElseThrow());
    JsonNode error = Json.read(response.body()).get("error");
    assertEquals(type, error.get("type").getStringValue());
    assertEquals(code, error.get("code").getValue());
    assertEquals(true, error.get("param").isNull());
  }
}
