package io.keystile.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program.Result;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class KeystileTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "keys frobnicate",
        "keys list --frobnicate",
        "keys list surplus",
        "keys show",
        "keys create --db",
        "serve --port many"
      })
  void refusesWrongUsageAndNamesTheHelp(String line) {
    Result result = Program.in(folder).runAlone(line.split(" ")).expect(ExitCode.USAGE);
    assertEquals("", result.out());
    assertTrue(result.err().contains("Try: keystile"), result.err());
    assertTrue(result.err().contains("--help"), result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "keys ", "keys show "})
  void neverRepeatsAKeyThatWasTypedInTheWrongPlace(String command) {
    String key = "ks_0123456789ABCDEFGHIJKLMNOPabcdef";
    Result result = Program.in(folder).runAlone((command + key).split(" ")).expect(ExitCode.USAGE);
    assertFalse(result.err().contains(key), result.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts list",
        "routes",
        "settings show",
        "keys list",
        "keys show key_1",
        "keys enable key_1",
        "keys disable key_1"
      })
  void refusesADatabaseThatIsNotThere(String line) {
    Program program = Program.in(folder);
    Result result = program.run(line.split(" ")).expect(ExitCode.STORE);
    assertEquals(
        "The key store "
            + program.database()
            + " does not exist. Create a key or start the server first.",
        result.err().strip());
    assertEquals("", result.out());
  }

  @Test
  void refusesADatabaseOfAnotherKind() {
    Result result =
        Program.in(folder)
            .runAlone("keys", "list", "--db", "jdbc:postgresql://host/keys")
            .expect(ExitCode.STORE);
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "keys",
        "--help",
        "keys --help",
        "serve --help",
        "completion --help",
        "keys create -h",
        "keys list --help",
        "keys show --help",
        "keys change --help",
        "keys rotate --help",
        "keys check --help",
        "keys enable --help",
        "keys disable --help",
        "keys delete --help",
        "keys import --help",
        "accounts create --help",
        "accounts delete --help",
        "accounts list --help",
        "accounts scopes --help",
        "routes --help",
        "scanner-rules --help",
        "settings show --help",
        "settings set --help",
        "settings reset --help"
      })
  void printsHelp(String line) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ");
    Result result = Program.in(folder).runAlone(args).expect(ExitCode.DONE);
    assertTrue(result.out().startsWith("Usage: keystile"), result.out());
    assertTrue(result.out().lines().allMatch(text -> text.length() <= 80), result.out());
    assertEquals("", result.err());
  }

  @Test
  void isTheSameCommandWhereOnlyThatIsMade() {
    compare(Keystile.commandLine(Streams.ofProcess()), List.of());
  }

  private static void compare(CommandLine whole, List<String> path) {
    CommandLine alone = Keystile.commandLine(Streams.ofProcess(), path.toArray(String[]::new));
    for (String name : path) {
      alone = Objects.requireNonNull(alone.getSubcommands().get(name), path::toString);
    }
    assertEquals(whole.getUsageMessage(), alone.getUsageMessage());
    whole.getSubcommands().forEach((name, below) -> compare(below, append(path, name)));
  }

  private static List<String> append(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }

  @Test
  void printsItsVersion() {
    Result result = Program.in(folder).runAlone("--version").expect(ExitCode.DONE);
    assertTrue(result.out().startsWith("keystile "), result.out());
  }

  @Test
  void printsAScriptForTheShell() {
    Result result = Program.in(folder).runAlone("completion").expect(ExitCode.DONE);
    assertTrue(result.out().startsWith("#!/usr/bin/env bash"), result.out());
    assertTrue(result.out().contains("keys import"), result.out());
  }
}
