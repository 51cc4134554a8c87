package io.keystile.bridge.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyImport;
import io.keystile.auth.keys.KeyImporter;
import io.keystile.auth.keys.KeySettings;
import io.keystile.bridge.Bridge;
import io.keystile.bridge.Json;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureTest {

  private static final String IMPORTED = "imported,key;with'signs-and-more";

  @TempDir Path folder;

  @Test
  void tellsTheKeyByIdAndNameAndNowhereByItsText() throws Exception {
    Path file = folder.resolve("wire.jsonl");
    String text;
    IssuedKey issued;
    try (Bridge bridge =
        Bridge.start(
            Map.of(
                "keystile.enabled",
                true,
                "keystile.reading.query",
                true,
                "keystile.bridge.capture.file",
                file.toString(),
                "keystile.bridge.capture.max-body",
                "2KB"))) {
      issued = bridge.context().getBean(ApiKeys.class).issue(KeySettings.named("laptop"));
      text = issued.secret().exposeText();
      bridge
          .context()
          .getBean(KeyImporter.class)
          .importKeys(List.of(IMPORTED), new KeyImport("old", null, false));
      assertEquals(200, bridge.send(chat(bridge, text, false, text)).statusCode());
      assertEquals(200, bridge.send(chat(bridge, text, true, "words and " + text)).statusCode());
      assertEquals(200, bridge.send(chat(bridge, IMPORTED, true, IMPORTED)).statusCode());
      assertEquals(200, bridge.send(bridge.to("/v1/models?api_key=" + text)).statusCode());
      assertEquals(404, bridge.send(bearer(bridge.to("/v1/models/" + text), text)).statusCode());
      assertEquals(200, bridge.send(chat(bridge, text, false, "x".repeat(10_000))).statusCode());
      assertEquals(401, bridge.send(bridge.to("/v1/models")).statusCode());
    }
    String all = Files.readString(file);
    for (String secret : List.of(text.substring(3), IMPORTED)) {
      assertFalse(all.contains(secret), all);
    }
    List<JsonNode> lines = all.lines().map(Json::read).toList();
    JsonNode first = lines.get(0);
    assertEquals("client", first.get("leg").getStringValue());
    assertEquals("request", first.get("kind").getStringValue());
    assertEquals(issued.key().id().toString(), first.get("keyId").getStringValue());
    assertEquals("laptop", first.get("keyName").getStringValue());
    assertEquals("****", first.get("headers").get("Authorization").get(0).getStringValue());
    assertTrue(first.get("body").getStringValue().contains("ks_****"), first.toString());
    assertEquals(first.get("exchange"), lines.get(1).get("exchange"));
    assertEquals(200, lines.get(1).get("status").getIntValue());
    assertTrue(lines.get(1).get("body").getStringValue().contains("ks_****"), all);
    assertTrue(all.contains("\"kind\":\"frame\""), all);
    assertTrue(all.contains("data: [DONE]"), all);
    assertTrue(all.contains("\"kind\":\"end\""), all);
    assertTrue(all.contains("/v1/models?api_key=ks_****"), all);
    assertTrue(all.contains("\"kind\":\"failure\""), all);
    assertTrue(all.contains("\"keyName\":\"old\""), all);
    assertTrue(
        lines.stream()
            .filter(line -> line.get("body") != null)
            .allMatch(line -> line.get("body").getStringValue().length() <= 2048),
        all);
  }

  @ParameterizedTest
  @CsvSource({
    "file, /nowhere/at/all/wire.jsonl, cannot be written",
    "max-files, 0, max-files must be 1 to 100",
    "max-file-size, 1KB, max-file-size must be 64KB to 1GB",
    "max-body, 2MB, max-body must be 0 to 1MB",
    "max-files, many, max-files"
  })
  void wrongValuesStopTheStart(String name, String value, String message) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                "keystile.bridge.capture.file", folder.resolve("wire.jsonl").toString(),
                "keystile.db", folder.resolve("keys.db").toString()));
    settings.put("keystile.bridge.capture." + name, value);
    Exception failure =
        assertThrows(Exception.class, () -> ApplicationContext.run(settings).close());
    assertTrue(String.valueOf(failure.getMessage()).contains(message), failure::toString);
  }

  @Test
  void aFileThatCannotBeWrittenAnyMoreDoesNotDisturbRequests() throws Exception {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    try (Bridge bridge =
        Bridge.start(
            Map.of(
                "keystile.bridge.capture.file",
                inside.resolve("wire.jsonl").toString(),
                "keystile.bridge.capture.max-file-size",
                "64KB"))) {
      Files.delete(inside.resolve("wire.jsonl"));
      Files.delete(inside);
      String body = chatBody(false, "word ".repeat(10_000));
      for (int i = 0; i < 5; i++) {
        assertEquals(200, bridge.send(bridge.chat(body)).statusCode());
      }
    }
    assertFalse(Files.exists(inside));
  }

  private static HttpRequest.Builder chat(
      Bridge bridge, String key, boolean stream, String content) {
    return bearer(bridge.chat(chatBody(stream, content)), key);
  }

  private static HttpRequest.Builder bearer(HttpRequest.Builder request, String key) {
    return request.header("Authorization", "Bearer " + key);
  }

  private static String chatBody(boolean stream, String content) {
    return "{\"model\":\"echo\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
        .formatted(stream, content);
  }
}
