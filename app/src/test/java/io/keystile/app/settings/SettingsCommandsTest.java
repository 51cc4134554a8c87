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
  @ValueSource(strings = {"keystile.port 1", "keystile.enabled perhaps", "keystile.enabled"})
  void refusesWhatCannotBeSet(String setting) {
    program.run(("settings set " + setting).split(" ")).expect(ExitCode.USAGE);
  }

  @Test
  void switchesAuthentication() {
    assertEquals("keystile.enabled = true  (default)\n", program.run("settings", "show").out());
    program.run("settings", "set", "keystile.enabled", "false").expect(ExitCode.DONE);
    JsonNode setting = program.run("settings", "show", "--json").json().get("items").get(0);
    assertEquals("false", setting.get("value").getStringValue());
    assertEquals("stored", setting.get("source").getStringValue());
    program.run("settings", "set", "keystile.enabled", "true").expect(ExitCode.DONE);
  }

  @Test
  void listsRoutesWithTheirProtection() {
    String text = program.run("routes").expect(ExitCode.DONE).out();
    assertTrue(text.contains("GET  /v1/models  guarded"), text);
    JsonNode routes = program.run("routes", "--json").json().get("items");
    assertTrue(routes.size() > 2);
  }
}
