package io.keystile.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.cli.ExitCode;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCommandsTest {

  @TempDir private Path folder;
  private Program program = Program.in(Path.of("."));

  @BeforeEach
  void aStore() {
    program = Program.in(folder);
    program.create("demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set keystile.no-such-setting 1",
        "set keystile.enabled perhaps",
        "set keystile.store.connections 8",
        "reset keystile.api-key",
        "show keystile.api-key"
      })
  void refusesWhatCannotBeSetOrShown(String command) {
    program.run(("settings " + command).split(" ")).expect(ExitCode.REFUSED);
  }

  @Test
  void needsAValue() {
    program.run("settings", "set", "keystile.enabled").expect(ExitCode.USAGE);
  }

  @Test
  void listsAllSettings() {
    String text = program.run("settings", "show").expect(ExitCode.DONE).out();
    assertTrue(text.contains("keystile.enabled = true  (default)\n"), text);
    assertTrue(text.contains("keystile.keys.max-lifetime = none  (default)\n"), text);
    assertTrue(text.contains("keystile.cache.size = 100000  (default, fixed)\n"), text);
    assertTrue(text.contains("(command line, fixed)"), text);
    JsonNode all = program.run("settings", "show", "--json").json().get("items");
    assertEquals(text.lines().count(), all.size());
  }

  @Test
  void changesASettingAndTakesItBack() {
    String changed = program.run("settings", "set", "keystile.errors.format", "problem").out();
    assertEquals("keystile.errors.format = problem  (stored)\n", changed);
    assertEquals(
        "{\"items\":[{\"name\":\"keystile.errors.format\",\"type\":\"choice\","
            + "\"choices\":[\"openai\",\"problem\"],\"value\":\"problem\","
            + "\"defaultValue\":\"openai\",\"source\":\"stored\",\"origin\":null,"
            + "\"changeable\":true,\"fixedBecause\":null,\"description\":"
            + "\"The body of a refusal: openai for the OpenAI API's, problem for RFC 9457.\","
            + "\"warning\":null}],\"nextCursor\":null}\n",
        program.run("settings", "show", "keystile.errors.format", "--json").out());
    assertEquals(
        "keystile.errors.format = openai  (default)\n",
        program.run("settings", "reset", "keystile.errors.format").out());
  }

  @Test
  void warnsWhenKeysAreAskedForAndNobodyHasOne() {
    String id =
        program.run("keys", "list", "--json").json().get("items").get(0).get("id").getStringValue();
    assertEquals("", program.run("settings", "set", "keystile.enabled", "true").err());
    program.run("keys", "delete", id, "--yes").expect(ExitCode.DONE);
    String told = program.run("settings", "set", "keystile.enabled", "true").err();
    assertTrue(told.contains("Warning: keystile.enabled: no key exists"), told);
  }

  @Test
  void listsRoutesWithTheirProtection() {
    String text = program.run("routes").expect(ExitCode.DONE).out();
    assertTrue(text.contains("GET  /v1/models  guarded"), text);
    JsonNode routes = program.run("routes", "--json").json().get("items");
    assertTrue(routes.size() > 2);
  }
}
