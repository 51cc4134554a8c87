package io.keystile.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {

  @TempDir private Path folder;

  @Test
  void refusesANamedFileThatIsNotThere() {
    assertRefused(folder.resolve("no.yml"), "it does not exist");
  }

  @Test
  void refusesAFolder() {
    assertRefused(folder, "IOException");
  }

  @Test
  void refusesWhatIsNotYaml() throws IOException {
    assertRefused(file("a: [b\n :c"), "it is not YAML: while parsing");
  }

  @Test
  void refusesYamlThatMakesObjects() throws IOException {
    assertRefused(file("a: !!javax.script.ScriptEngineManager []"), "it is not YAML");
  }

  @Test
  void needsNoFile() {
    assertEquals(Optional.empty(), ConfigurationFile.find(null));
    assertEquals(Optional.empty(), ConfigurationFile.find(" "));
  }

  @Test
  void standsBelowTheEnvironmentAndSaysWhereItCameFrom() throws IOException {
    Path file = file("keystile:\n  port: 1234\n");
    PropertySource source = ConfigurationFile.find(file.toString()).orElseThrow();
    assertEquals(1234, source.get("keystile.port"));
    assertEquals(file.toString(), source.getOrigin().location());
    assertTrue(source.getOrder() < -200 && source.getOrder() > -300);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("keystile.yml"), text);
  }

  private static void assertRefused(Path file, String why) {
    CommandException refused =
        assertThrows(CommandException.class, () -> ConfigurationFile.find(file.toString()));
    assertEquals(ExitCode.USAGE, refused.exitCode());
    String start = "The configuration file " + file + " cannot be read: " + why;
    assertTrue(String.valueOf(refused.getMessage()).startsWith(start), refused.getMessage());
  }
}
