package io.keystile.auth.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.keystile.auth.web.RouteProtection;
import io.keystile.auth.web.RouteProtections;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document tells all that there is, and nothing that there is not. */
class ApiDocumentTest {

  @TempDir static Path folder;
  private static ManagementServer management;
  private static JsonNode document;

  @BeforeAll
  static void start() {
    management = ManagementServer.start("ApiDocumentTest", folder, Map.of());
    document = management.contract().document();
  }

  @AfterAll
  static void stop() {
    management.close();
  }

  @Test
  void tellsEveryRouteAndNoOther() {
    TreeSet<String> routes =
        management.server().bean(RouteProtections.class).all().stream()
            .filter(route -> route.template().startsWith("/admin"))
            .filter(route -> !route.method().equals("HEAD"))
            .map(ApiDocumentTest::text)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(routes, management.contract().routes());
  }

  private static String text(RouteProtection route) {
    return route.method() + " " + route.template();
  }

  @Test
  void isOpenApi31() {
    assertEquals("3.1.0", document.get("openapi").asText());
    assertFalse(document.toString().contains("\"nullable\""));
    List<String> types = new ArrayList<>(List.of("string", "null"));
    assertEquals(
        types.toString().replace(" ", ""),
        document
            .at("/components/schemas/Key/properties/description/type")
            .toString()
            .replace("\"", ""));
  }

  @Test
  void namesEveryOperationOnce() {
    List<String> names = document.findValuesAsText("operationId");
    assertEquals(management.contract().routes().size(), names.size());
    assertEquals(names.size(), new HashSet<>(names).size());
  }

  @Test
  void resolvesEveryReference() {
    for (String reference : document.findValuesAsText("$ref")) {
      assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
    }
  }

  @Test
  void typesEveryParameterAndDescribesIt() {
    for (JsonNode parameters : document.findValues("parameters")) {
      for (JsonNode parameter : parameters) {
        assertTrue(parameter.path("schema").has("type"), parameter.toString());
        assertTrue(parameter.has("description"), "@param or @Parameter is missing: " + parameter);
      }
    }
  }

  @Test
  void tellsOfEveryBodyWhatItsReaderTakes() {
    String key = management.post("/admin/keys", "{\"name\":\"x\"}").text("id");
    management.post("/admin/accounts", "{\"name\":\"x\",\"scopes\":[]}").is(201);
    int bodies = 0;
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        JsonNode content = operation.getValue().at("/requestBody/content/application~1json");
        if (!content.isMissingNode()) {
          bodies++;
          String target =
              path.getKey()
                  .replace("{id}", key)
                  .replace("accounts/{name}", "accounts/x")
                  .replace("{name}", "keystile.enabled");
          assertReads(operation.getKey().toUpperCase(Locale.ROOT), target, content.get("schema"));
        }
      }
    }
    assertEquals(7, bodies);
  }

  /** Every member as a wrong value: none may be unknown, and what is demanded must be missed. */
  private static void assertReads(String method, String path, JsonNode reference) {
    JsonNode schema = document.at(reference.get("$ref").asText().substring(1));
    assertNotNull(schema.get("properties"), reference.toString());
    assertFalse(schema.get("additionalProperties").asBoolean(true), schema.toString());
    Set<String> names = new TreeSet<>();
    schema.get("properties").fieldNames().forEachRemaining(names::add);
    String wrong =
        names.stream()
            .map(name -> "\"" + name + "\":[[]]")
            .collect(Collectors.joining(",", "{", "}"));
    ManagementServer.Answer answer = management.send(method, path, wrong);
    assertFalse(answer.raw().body().contains("no such member"), answer.raw().body());
    Set<String> told =
        answer.faults().stream()
            .map(pointer -> pointer.replaceAll("^/|(?<=.)/.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(names, told, path);
    Set<String> missed = new TreeSet<>();
    if (schema.has("required")) {
      management
          .send(method, path, "{}")
          .faults()
          .forEach(pointer -> missed.add(pointer.substring(1)));
    }
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    assertEquals(required, missed, path);
  }
}
