package io.keystile.app.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.cli.ExitCode;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCommandsTest {

  @TempDir private Path folder;
  private Program program = Program.in(Path.of("."));
  private String id = "";

  @BeforeEach
  void aStoreWithAKey() {
    program = Program.in(folder);
    id = program.create("demo").get("id").getStringValue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list --limit 0",
        "list --limit 201",
        "list --from yesterday",
        "list --cursor x",
        "export --to 2027",
        "prune",
        "prune --older-than 0"
      })
  void refusesWhatMakesNoSense(String command) {
    program.run(("audit " + command).split(" ")).expect(ExitCode.USAGE);
  }

  @Test
  void namesTheUserOfThisMachineAndTheKey() throws IOException {
    program.run("keys", "disable", id).expect(ExitCode.DONE);
    String user = System.getProperty("user.name");
    List<String> lines = program.run("audit", "list").expect(ExitCode.DONE).out().lines().toList();
    assertEquals(2, lines.size());
    assertTrue(
        lines
            .get(0)
            .endsWith(
                "command_line:"
                    + user
                    + "  -  key.disable  "
                    + id
                    + "  done  {\"enabled\":true} -> {\"enabled\":false}"),
        lines.get(0));
    JsonNode page = program.run("audit", "list", "--json", "--oldest-first", "--limit", "1").json();
    JsonNode first = page.get("items").get(0);
    assertEquals(user, first.get("actorId").getStringValue());
    assertEquals("key.issue", first.get("action").getStringValue());
    assertEquals("demo", first.get("after").get("name").getStringValue());
    assertTrue(first.get("address").isNull());
    assertEquals("1", page.get("nextCursor").getStringValue());
    String exported = program.run("audit", "export", "--target", id, "--action", "key.issue").out();
    assertEquals(first, JsonMapper.createDefault().readValue(exported, JsonNode.class));
  }

  @Test
  void endsWithOneWhenARowWasChangedAndNamesIt() throws SQLException {
    program.run("keys", "disable", id).expect(ExitCode.DONE);
    assertEquals(
        "The audit log is intact. Rows: 2\n",
        program.run("audit", "verify").expect(ExitCode.DONE).out());
    execute(
        "DROP TRIGGER keystile_audit_unchanged",
        "UPDATE keystile_audit SET actor_id = 'mallory' WHERE number = 1");
    String told = program.run("audit", "verify").expect(ExitCode.REFUSED).out();
    assertEquals("Row 1 was changed, moved or put in.\n", told);
    Program.Result json = program.run("audit", "verify", "--json").expect(ExitCode.REFUSED);
    assertTrue(json.out().contains("\"intact\":false"), json.out());
    assertTrue(json.out().contains("{\"row\":1,\"kind\":\"changed\""), json.out());
  }

  @Test
  void lettingOldRowsGoLeavesNewOnes() {
    String out = program.run("audit", "prune", "--older-than", "1").expect(ExitCode.DONE).out();
    assertEquals("Rows removed: 0\n", out);
    program.run("audit", "verify").expect(ExitCode.DONE);
  }

  @Test
  void printsNothingThatATerminalObeys() throws SQLException {
    execute(
        "DROP TRIGGER keystile_audit_unchanged",
        "UPDATE keystile_audit SET target = 'a' || char(27) || '[2J' || char(10),"
            + " after_json = '{' || char(27) || char(10) WHERE number = 1");
    for (String command : List.of("list", "export")) {
      String out = program.run("audit", command).expect(ExitCode.DONE).out();
      assertEquals(1, out.lines().count());
      assertFalse(out.contains("\u001b"));
    }
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + program.database());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
