package io.keystile.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.Program.Result;
import io.keystile.app.cli.ExitCode;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ListCommandTest {

  private Program program = Program.in(Path.of("."));
  private String secret = "";

  @BeforeAll
  void threeKeys(@TempDir Path folder) {
    program = Program.in(folder);
    secret = program.create("alpha").get("key").getStringValue();
    program.create("beta");
    String id = program.create("gamma").get("id").getStringValue();
    program.run("keys", "disable", id).expect(ExitCode.DONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--limit=0",
        "--limit=201",
        "--limit=many",
        "--enabled --disabled",
        "--enabled --status=active",
        "--status=on",
        "--source=file",
        "--sort=id",
        "--expiring-before=soon",
        "--unused-since=never",
        "--cursor=x"
      })
  void refusesWrongOptions(String options) {
    Result result = program.run(("keys list " + options).split(" ")).expect(ExitCode.USAGE);
    assertEquals("", result.out());
  }

  @Test
  void saysWhenThereIsNone() {
    Result result = program.run("keys", "list", "--text", "omega").expect(ExitCode.DONE);
    assertEquals("", result.out());
    assertEquals("No keys found.", result.err().strip());
  }

  @Test
  void printsATable() {
    List<String> lines = program.run("keys", "list").expect(ExitCode.DONE).out().lines().toList();
    assertEquals(4, lines.size());
    assertTrue(lines.get(0).matches("ID +NAME +STATUS +HINT +SCOPES +CREATED +EXPIRES"));
    assertTrue(lines.get(1).contains("alpha  active"), lines.get(1));
    assertTrue(lines.get(3).contains("gamma  disabled"), lines.get(3));
  }

  @Test
  void neverShowsAKey() {
    assertFalse(program.run("keys", "list").out().contains(secret));
    assertFalse(program.run("keys", "list", "--json").out().contains(secret));
  }

  @Test
  void printsJson() {
    JsonNode page = program.run("keys", "list", "--json").json();
    assertEquals(List.of("alpha", "beta", "gamma"), names(page));
    assertTrue(page.get("nextCursor").isNull());
  }

  @Test
  void printsAnEmptyPageAsJson() {
    Result result = program.run("keys", "list", "--json", "--text", "omega");
    assertEquals("{\"items\":[],\"nextCursor\":null}", result.out().strip());
  }

  @Test
  void filters() {
    assertEquals(List.of("gamma"), names("--disabled"));
    assertEquals(List.of("alpha", "beta"), names("--enabled"));
    assertEquals(List.of("beta"), names("--text", "BET"));
    assertEquals(List.of("gamma"), names("--status", "disabled", "--status", "expired"));
    assertEquals(List.of(), names("--status", "not_yet_valid", "--status", "exhausted"));
    assertEquals(List.of(), names("--owner", "nobody"));
    assertEquals(List.of(), names("--source", "environment"));
    assertEquals(List.of("alpha"), names("--source=database", "--scope=*", "--text=alp"));
    assertEquals(List.of(), names("--scope", "chat:write"));
    assertEquals(List.of(), names("--expiring-before", "30d"));
    assertEquals(List.of(), names("--unused-since", "1h"));
    assertEquals(List.of("gamma", "beta", "alpha"), names("--sort", "-name"));
    assertEquals(3, names("--sort", "last-used", "--unused-since", "now").size());
  }

  @Test
  void goesOnFromACursor() {
    JsonNode first = program.run("keys", "list", "--json", "--limit", "2").json();
    assertEquals(List.of("alpha", "beta"), names(first));
    assertEquals(
        List.of("gamma"), names("--limit=2", "--cursor", first.get("nextCursor").getStringValue()));
  }

  @Test
  void refusesACursorOfAnotherOrder() {
    String cursor =
        program
            .run("keys", "list", "--json", "--limit=1")
            .json()
            .get("nextCursor")
            .getStringValue();
    Result result = program.run("keys", "list", "--sort=name", "--cursor", cursor);
    assertTrue(
        result.expect(ExitCode.USAGE).err().contains("begin without a cursor"), result.err());
  }

  @Test
  void exportsEachKeyOnALineWithoutItsSecret() {
    Result all = program.run("keys", "export", "--sort=-name").expect(ExitCode.DONE);
    List<String> lines = all.out().lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).contains("\"name\":\"gamma\",\"description\":null"), lines.get(0));
    assertFalse(all.out().contains(secret));
    Result none = program.run("keys", "export", "--text", "omega").expect(ExitCode.DONE);
    assertEquals("", none.out());
  }

  @Test
  void saysHowToGoOn() {
    Result result = program.run("keys", "list", "--limit", "2").expect(ExitCode.DONE);
    assertTrue(result.err().startsWith("There are more: add --cursor "), result.err());
  }

  private List<String> names(String... options) {
    List<String> args = new ArrayList<>(List.of("keys", "list", "--json"));
    args.addAll(List.of(options));
    return names(program.run(args.toArray(String[]::new)).json());
  }

  private static List<String> names(JsonNode page) {
    List<String> names = new ArrayList<>();
    page.get("items").values().forEach(key -> names.add(key.get("name").getStringValue()));
    return names;
  }
}
