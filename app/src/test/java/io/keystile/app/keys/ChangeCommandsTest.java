package io.keystile.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.Program.Result;
import io.keystile.app.cli.ExitCode;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeCommandsTest {

  @TempDir private Path folder;
  private Program program = Program.in(Path.of("."));
  private String id = "";
  private String secret = "";

  @BeforeEach
  void oneKey() {
    program = Program.in(folder);
    JsonNode key = program.create("demo");
    id = key.get("id").getStringValue();
    secret = key.get("key").getStringValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "enable", "disable", "delete --yes"})
  void refusesAKeyThatIsNotThere(String command) {
    Result result =
        program.run(("keys " + command + " key_nobody").split(" ")).expect(ExitCode.REFUSED);
    assertEquals("", result.out());
    assertTrue(result.err().contains("key_nobody"), result.err());
  }

  @Test
  void showsAllButTheKey() {
    Result text = program.run("keys", "show", id).expect(ExitCode.DONE);
    assertTrue(text.out().contains("Status   active\n"), text.out());
    JsonNode json = program.run("keys", "show", id, "--json").json();
    assertEquals(id, json.get("id").getStringValue());
    assertEquals(null, json.get("key"));
    assertFalse(text.out().contains(secret));
  }

  @Test
  void disablesAndEnables() {
    Result disabled = program.run("keys", "disable", id).expect(ExitCode.DONE);
    assertEquals("Disabled " + id + " (demo)", disabled.out().strip());
    assertEquals("disabled", status());
    JsonNode enabled = program.run("keys", "enable", id, "--json").json();
    assertEquals("active", enabled.get("status").getStringValue());
    assertEquals("active", status());
  }

  @Test
  void deletesNothingUnaskedWithoutATerminal() {
    Result result = program.run("keys", "delete", id).expect(ExitCode.USAGE);
    assertTrue(result.err().contains("--yes"), result.err());
    assertEquals("active", status());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "n", "no", "yesterday"})
  void deletesNothingUnlessThePersonSaysYes(@Nullable String answer) {
    Result result = program.answering(answer).run("keys", "delete", id).expect(ExitCode.REFUSED);
    assertTrue(result.err().contains("Nothing was deleted."), result.err());
    assertEquals("active", status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "YES", " yes "})
  void deletesWhenThePersonSaysYes(String answer) {
    Result result = program.answering(answer).run("keys", "delete", id).expect(ExitCode.DONE);
    assertEquals("Deleted " + id + " (demo)", result.out().strip());
    program.run("keys", "show", id).expect(ExitCode.REFUSED);
  }

  @Test
  void deletesWithoutAQuestionWhenToldSo() {
    JsonNode deleted = program.run("keys", "delete", "--yes", "--json", id).json();
    assertEquals(id, deleted.get("id").getStringValue());
    program.run("keys", "show", id).expect(ExitCode.REFUSED);
  }

  private String status() {
    return program.run("keys", "show", id, "--json").json().get("status").getStringValue();
  }
}
