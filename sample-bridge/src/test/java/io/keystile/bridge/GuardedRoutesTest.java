package io.keystile.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Scopes;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedRoutesTest {

  private static final String CHAT =
      "{\"model\":\"echo\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

  private static Bridge bridge;

  @BeforeAll
  static void start() {
    bridge = Bridge.start(Map.of("keystile.enabled", true));
  }

  @AfterAll
  static void stop() {
    bridge.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/models", "/v1/models", "/models/echo", "/v1/models/echo"})
  void modelsNeedTheirScope(String path) throws Exception {
    assertRefused(bridge.send(bridge.to(path)), 401, "missing_authorization");
    assertRefused(
        bridge.send(bridge.to(path).header("X-API-Key", key("chat:write"))),
        403,
        "insufficient_scope");
    HttpResponse<String> answer =
        bridge.send(bridge.to(path).header("X-API-Key", key("models:read")));
    assertEquals(200, answer.statusCode(), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chat/completions", "/v1/chat/completions"})
  void chatsNeedTheirScope(String path) throws Exception {
    assertRefused(bridge.send(post(path, "not even JSON")), 401, "missing_authorization");
    assertRefused(
        bridge.send(post(path, CHAT).header("X-API-Key", key("models:read"))),
        403,
        "insufficient_scope");
    HttpResponse<String> answer =
        bridge.send(post(path, CHAT).header("X-API-Key", key("chat:write")));
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private static HttpRequest.Builder post(String path, String body) {
    return bridge
        .to(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
  }

  private static String key(String scope) {
    return bridge
        .context()
        .getBean(ApiKeys.class)
        .issue(KeySettings.named("test").withScopes(Scopes.of(scope)))
        .secret()
        .exposeText();
  }
}
