package io.keystile.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.Program.Result;
import io.keystile.app.cli.ExitCode;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

  private static final String FIRST = "sk-0123456789abcdef0123456789abcdef";
  private static final String SECOND =
      "another key".replace(' ', '-') + "-0123456789abcdef01234567";

  @TempDir private Path folder;
  private Program program = Program.in(Path.of("."));

  @BeforeEach
  void program() {
    program = Program.in(folder);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Result result = program.run("keys", "import", "nowhere.txt", "--name", "old");
    result.expect(ExitCode.USAGE);
    assertEquals("The file nowhere.txt cannot be read: it does not exist", result.err().strip());
    assertFalse(Files.exists(program.database()));
  }

  @Test
  void refusesAWrongName() {
    program.run("keys", "import", "--name", " ").expect(ExitCode.USAGE);
  }

  @Test
  void reportsLineByLineAndEndsWithOneWhenALineWasRefused() {
    Result result =
        program
            .reading(FIRST + "\n\ntoo short\n" + FIRST + "\n")
            .run("keys", "import", "-", "--name", "old")
            .expect(ExitCode.REFUSED);
    List<String> lines = result.out().lines().toList();
    assertTrue(lines.get(0).matches("line 1  added +key_.*"), lines.get(0));
    assertTrue(lines.get(1).matches("line 3  refused +A key is 17 to 512 .*"), lines.get(1));
    assertEquals("line 4  already there", lines.get(2));
    assertEquals("1 added, 1 already there, 1 refused", result.err().strip());
  }

  @Test
  void importsNothingWhenAllWereWantedAndOneIsRefused() {
    Result result =
        program
            .reading(FIRST + "\nshort\n")
            .run("keys", "import", "--all-or-nothing", "--name", "old")
            .expect(ExitCode.REFUSED);
    assertTrue(result.err().startsWith("Nothing was imported"), result.err());
    assertEquals("No keys found.", program.run("keys", "list").err().strip());
  }

  @Test
  void neverRepeatsAKey() {
    Result result =
        program.reading(FIRST + "\nshort\n").run("keys", "import", "--name", "old", "--json");
    assertFalse((result.out() + result.err()).contains(FIRST));
    assertFalse((result.out() + result.err()).contains("short"));
  }

  @Test
  void readsAFileThatAWindowsEditorWrote() throws IOException {
    Path file = folder.resolve("keys.txt");
    Files.writeString(file, "\uFEFF" + FIRST + "\r\n  " + SECOND + "\t\r\n");
    JsonNode report =
        program.run("keys", "import", file.toString(), "--name", "old", "--json").json();
    assertEquals(2, report.get("added").getIntValue());
    assertEquals("added", report.get("items").get(1).get("outcome").getStringValue());
  }

  @Test
  void givesNameAndScopes() {
    program
        .reading(FIRST)
        .run("keys", "import", "--name", "old", "--scope", "models:read")
        .expect(ExitCode.DONE);
    JsonNode key = program.run("keys", "list", "--json").json().get("items").get(0);
    assertEquals("old", key.get("name").getStringValue());
    assertEquals("models:read", key.get("scopes").get(0).getStringValue());
  }
}
