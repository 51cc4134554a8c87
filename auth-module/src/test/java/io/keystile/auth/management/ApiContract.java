package io.keystile.auth.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds answers against the document: nothing may come that it does not tell of. */
final class ApiContract {

  static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final Map<String, JsonSchema> schemas = new HashMap<>();

  ApiContract(String text) {
    this.document = parse(text);
    document.get("components").get("schemas").forEach(ApiContract::close);
  }

  JsonNode document() {
    return document;
  }

  /** Every route of the document, as in {@code GET /admin/keys}. */
  Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return routes;
  }

  void check(String method, String path, int status, String type, String body) {
    JsonNode operation = operation(method, path.replaceFirst("\\?.*", ""));
    if (operation == null) {
      assertTrue(status == 404 || status == 405, method + " " + path + " is not in the document");
      validate("problem", document.at("/components/schemas/Problem"), body);
      return;
    }
    JsonNode answer = answer(operation.get("responses"), status);
    assertNotNull(answer, method + " " + path + " may not answer " + status + ": " + body);
    if (!answer.has("content")) {
      assertEquals("", body);
      return;
    }
    String plain = type.replaceFirst(";.*", "");
    JsonNode content = answer.get("content").get(plain);
    assertNotNull(content, method + " " + path + " may not answer " + status + " as " + type);
    String name = operation.get("operationId").asText() + " " + status + " " + plain;
    if (plain.equals(JsonLines.MEDIA_TYPE)) {
      body.lines().forEach(line -> validate(name, content.get("schema"), line));
    } else {
      validate(name, content.get("schema"), body);
    }
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  private @Nullable JsonNode operation(String method, String path) {
    JsonNode found = null;
    int best = -1;
    for (Map.Entry<String, JsonNode> entry : document.get("paths").properties()) {
      String template = entry.getKey();
      int literal = template.replaceAll("\\{[^}]+}", "").length();
      JsonNode operation = entry.getValue().get(method.toLowerCase(Locale.ROOT));
      if (operation != null
          && literal > best
          && path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"))) {
        found = operation;
        best = literal;
      }
    }
    return found;
  }

  private static @Nullable JsonNode answer(JsonNode responses, int status) {
    JsonNode exact = responses.get(String.valueOf(status));
    return exact != null ? exact : responses.get(status / 100 + "XX");
  }

  private void validate(String name, JsonNode schema, String body) {
    var faults = schemas.computeIfAbsent(name, any -> compile(schema)).validate(parse(body));
    assertTrue(faults.isEmpty(), name + ": " + faults + " in " + body);
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
  }

  /** An open object would let anything through. */
  private static void close(JsonNode schema) {
    if (schema.has("properties") && !schema.has("additionalProperties")) {
      assertFalse(schema.get("properties").isEmpty());
      ((ObjectNode) schema).put("additionalProperties", false);
    }
  }
}
