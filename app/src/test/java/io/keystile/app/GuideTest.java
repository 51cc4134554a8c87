package io.keystile.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

class GuideTest {

  private final String guide;

  GuideTest() throws IOException {
    this.guide = Files.readString(Path.of("README.md"));
  }

  @ParameterizedTest
  @EnumSource
  void namesEveryExitCode(ExitCode exitCode) {
    assertContains("| " + exitCode.code() + " | ");
  }

  @Test
  void namesEveryCommandAndOption() {
    names(Keystile.commandLine(Streams.ofProcess()), "");
  }

  @Test
  void namesEverySettingWithItsDefault() throws IOException {
    Map<String, Map<String, Object>> defaults =
        new Yaml().load(Files.readString(Path.of("src/main/resources/application.yml")));
    names("keystile", defaults.getOrDefault("keystile", Map.of()));
  }

  private void names(String key, Object value) {
    if (value instanceof Map<?, ?> below) {
      below.forEach((name, inner) -> names(key + "." + name, inner));
      return;
    }
    String variable = key.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
    assertContains("| `%s` | `%s` | `%s` | ".formatted(key, variable, value));
  }

  private void names(CommandLine command, String path) {
    for (CommandLine.Model.OptionSpec option : command.getCommandSpec().options()) {
      if (!List.of("--help", "--version", "--name").contains(option.longestName())) {
        assertContains("`" + option.longestName());
      }
    }
    command
        .getSubcommands()
        .forEach(
            (name, below) -> {
              if (below.getSubcommands().isEmpty()) {
                assertContains("`" + path + name);
              }
              names(below, path + name + " ");
            });
  }

  private void assertContains(String part) {
    assertTrue(guide.contains(part), () -> "README.md does not have: " + part);
  }
}
