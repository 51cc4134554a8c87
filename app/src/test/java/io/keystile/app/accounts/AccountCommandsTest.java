package io.keystile.app.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.Program.Result;
import io.keystile.app.cli.ExitCode;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountCommandsTest {

  @TempDir private Path folder;
  private Program program = Program.in(Path.of("."));
  private String key = "";

  @BeforeEach
  void anAccountWithAKey() {
    program = Program.in(folder);
    program.create("other");
    run(ExitCode.DONE, "accounts create ada --scope=chat:*");
    key = program.create("demo", "--owner=ada").get("id").getStringValue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show",
        "enable",
        "disable",
        "delete",
        "describe",
        "scopes --scope=*",
        "delete --delete-keys"
      })
  void refusesAnAccountThatIsNotThere(String command) {
    Result result = run(ExitCode.REFUSED, "accounts " + command + " nobody");
    assertTrue(result.err().contains("no account named nobody"), result.err());
    assertEquals("", result.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create -x --scope=*",
        "create bob",
        "create bob/ --scope=*",
        "create bob --scope=No",
        "describe ada us and-them",
        "delete ada --delete-keys --transfer-to=bob"
      })
  void refusesWrongUsage(String command) {
    run(ExitCode.USAGE, "accounts " + command);
  }

  @Test
  void refusesANameThatIsTaken() {
    run(ExitCode.REFUSED, "accounts create ada --scope=*");
  }

  @Test
  void deletesNoAccountSilentlyWithItsKeys() {
    run(ExitCode.REFUSED, "accounts delete ada");
    run(ExitCode.REFUSED, "accounts delete ada --transfer-to=nobody");
    run(ExitCode.DONE, "keys show " + key);
  }

  @Test
  void transfersKeys() {
    run(ExitCode.DONE, "accounts create bob --scope=*");
    run(ExitCode.DONE, "accounts delete ada --transfer-to=bob");
    JsonNode shown = run(ExitCode.DONE, "keys show --json " + key).json();
    assertEquals("bob", shown.get("owner").getStringValue());
  }

  @Test
  void deletesKeysWhenToldSo() {
    run(ExitCode.DONE, "accounts delete ada --delete-keys");
    run(ExitCode.REFUSED, "keys show " + key);
  }

  @Test
  void switchesAllItsKeys() {
    assertFalse(enabled("accounts disable ada --json"));
    assertEquals(
        "disabled",
        run(ExitCode.DONE, "keys show --json " + key).json().get("status").getStringValue());
    assertTrue(enabled("accounts enable ada --json"));
  }

  @Test
  void listsAndShows() {
    run(ExitCode.DONE, "accounts scopes ada --scope=a --scope=b");
    assertEquals("ada  enabled  a b\n", run(ExitCode.DONE, "accounts show ada").out());
    assertEquals("ada  enabled  a b  us\n", run(ExitCode.DONE, "accounts describe ada us").out());
    assertEquals("ada  enabled  a b\n", run(ExitCode.DONE, "accounts describe ada").out());
    JsonNode list = run(ExitCode.DONE, "accounts list --json").json();
    assertEquals("ada", list.get("items").get(0).get("name").getStringValue());
    assertTrue(list.get("nextCursor").isNull());
  }

  private boolean enabled(String line) {
    return run(ExitCode.DONE, line).json().get("enabled").getBooleanValue();
  }

  private Result run(ExitCode expected, String line) {
    return program.run(line.split(" ")).expect(expected);
  }
}
