package io.keystile.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest {

  private static Bridge bridge;

  @BeforeAll
  static void start() {
    bridge = Bridge.start(Map.of("keystile.bridge.models", "echo,org/other"));
  }

  @AfterAll
  static void stop() {
    bridge.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/models", "/models", "/v1/models/"})
  void lists(String path) throws Exception {
    JsonNode list = get(path);
    assertEquals("list", list.get("object").getStringValue());
    assertEquals(2, list.get("data").size());
    assertModel("echo", list.get("data").get(0));
    assertModel("org/other", list.get("data").get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/models/echo", "/models/echo"})
  void describes(String path) throws Exception {
    assertModel("echo", get(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/models/org/other", "/models/org%2Fother"})
  void describesOneWithASlashInItsName(String path) throws Exception {
    assertModel("org/other", get(path));
  }

  private static JsonNode get(String path) throws Exception {
    HttpResponse<String> response = bridge.send(bridge.to(path));
    assertEquals(200, response.statusCode(), response.body());
    return Json.read(response.body());
  }

  private static void assertModel(String id, JsonNode model) {
    assertEquals(id, model.get("id").getStringValue());
    assertEquals("model", model.get("object").getStringValue());
    assertEquals("keystile", model.get("owned_by").getStringValue());
    assertEquals(true, model.get("created").getLongValue() > 0);
  }
}
