package io.keystile.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    Properties defaults = new Properties();
    try (Reader file =
        Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
      defaults.load(file);
    }
    for (String name : defaults.stringPropertyNames()) {
      if (name.startsWith("keystile.")) {
        String variable = name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
        assertContains("| `%s` | `%s` | `%s` | ".formatted(name, variable, defaults.get(name)));
      }
    }
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
