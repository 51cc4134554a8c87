package io.keystile.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.Program.Result;
import io.keystile.app.cli.ExitCode;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCommandsTest {

  @TempDir private Path folder;
  private Program program = Program.in(Path.of("."));

  @BeforeEach
  void program() {
    program = Program.in(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--not-before=never",
        "--not-before=soon",
        "--window=Mondays",
        "--allow=10.0.0.256",
        "--deny=010.0.0.1",
        "--rate=lots",
        "--quota=many/day",
        "--meta=nothing",
        "--not-before=2d --expires=1d",
        "--rate=1/1h --rate=2/1h"
      })
  void refusesWrongValuesAndMakesNoDatabase(String options) {
    Result result =
        program.run(("keys create --name=a " + options).split(" ")).expect(ExitCode.USAGE);
    assertEquals("", result.out());
    assertFalse(Files.exists(program.database()));
  }

  @Test
  void refusesAnOwnerThatIsNotThere() {
    Result result =
        program.run("keys", "create", "--name=a", "--owner=nobody").expect(ExitCode.REFUSED);
    assertTrue(result.err().contains("no account named nobody"), result.err());
  }

  @Test
  void takesEveryRuleAndShowsIt() {
    JsonNode key =
        program.create(
            "demo",
            "--not-before=1d",
            "--window=Mon-Fri 08:00-18:00 Europe/Berlin",
            "--allow=10.0.0.0/8",
            "--allow=192.0.2.1",
            "--deny=10.0.0.1",
            "--rate=100/1h",
            "--rate=5/1s burst",
            "--quota=10000/30d",
            "--meta=team=blue");
    assertEquals("not_yet_valid", key.get("status").getStringValue());
    assertEquals("Mon-Fri 08:00-18:00 Europe/Berlin", key.get("windows").get(0).getStringValue());
    assertEquals(List.of("10.0.0.0/8", "192.0.2.1"), addresses(key));
    assertTrue(key.get("allow").get(0).get("enabled").getBooleanValue());
    assertEquals("10.0.0.1", key.get("deny").get(0).get("address").getStringValue());
    assertEquals("5/1s burst", key.get("rateLimits").get(1).getStringValue());
    assertEquals("10000/30d", key.get("quotas").get(0).getStringValue());
    assertEquals("blue", key.get("metadata").get("team").getStringValue());
    assertEquals(0, key.get("requests").getLongValue());
    assertTrue(key.get("previousSecret").isNull());
    String text = program.run("keys", "show", id(key)).expect(ExitCode.DONE).out();
    assertTrue(text.contains("Deny        10.0.0.1\n"), text);
  }

  @Test
  void writesTheMembersInTheirOrder() {
    program.create("demo");
    String json = program.run("keys", "list", "--json").expect(ExitCode.DONE).out();
    assertTrue(
        json.matches(
            ".*\"hint\":[^,]*,\"owner\":null,\"source\":\"database\",\"status\":\"active\",\"scopes\":.*,\"createdAt\":.*,\"notBefore\":null,\"expiresAt\":null,\"windows\":\\[],\"allow\":\\[],\"deny\":\\[],\"rateLimits\":\\[],\"quotas\":\\[],\"lastUsedAt\":null,\"lastUsedFrom\":null,\"requests\":0,\"previousSecret\":null,\"metadata\":\\{}}.*\n"),
        json);
  }

  @Test
  void changesOnlyWhatIsNamed() {
    String id = id(program.create("demo", "--allow=10.0.0.1", "--rate=100/1h", "--expires=90d"));
    JsonNode changed =
        program.run("keys", "change", id, "--json", "--quota=5/day", "--expires=never").json();
    assertEquals("demo", changed.get("name").getStringValue());
    assertEquals(List.of("10.0.0.1"), addresses(changed));
    assertEquals("100/1h", changed.get("rateLimits").get(0).getStringValue());
    assertEquals("5/day", changed.get("quotas").get(0).getStringValue());
    assertTrue(changed.get("expiresAt").isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--clear-allow", "--allow-off=10.0.0.1"})
  void opensAKeyToAllOnlyWhenConfirmed(String option) {
    String id = id(program.create("demo", "--allow=10.0.0.1"));
    Result refused = program.run("keys", "change", id, option).expect(ExitCode.REFUSED);
    assertTrue(refused.err().contains("every address"), refused.err());
    program.run("keys", "change", id, option, "--confirm-open").expect(ExitCode.DONE);
  }

  @Test
  void refusesToSwitchAnEntryThatIsNotThere() {
    String id = id(program.create("demo", "--allow=10.0.0.1"));
    program.run("keys", "change", id, "--allow-on=10.0.0.2").expect(ExitCode.REFUSED);
  }

  @Test
  void refusesToRotateADisabledKey() {
    String id = id(program.create("demo"));
    program.run("keys", "disable", id).expect(ExitCode.DONE);
    Result result = program.run("keys", "rotate", id).expect(ExitCode.REFUSED);
    assertTrue(result.err().contains("disabled"), result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--overlap=long", "--overlap=1d --revoke-old-now"})
  void refusesAnOverlapThatCannotBe(String options) {
    String id = id(program.create("demo"));
    program.run(("keys rotate " + id + " " + options).split(" ")).expect(ExitCode.USAGE);
  }

  @Test
  void rotates() {
    JsonNode key = program.create("demo");
    JsonNode rotated = program.run("keys", "rotate", id(key), "--overlap=7d", "--json").json();
    assertEquals(id(key), id(rotated));
    assertNotEquals(key.get("key").getStringValue(), rotated.get("key").getStringValue());
    JsonNode previous = rotated.get("previousSecret");
    assertEquals(key.get("hint").getStringValue(), previous.get("hint").getStringValue());
    assertTrue(previous.get("lastUsedAt").isNull());
  }

  @Test
  void explainsARefusalAndNeverPrintsTheKey() {
    JsonNode key = program.create("demo", "--allow=10.0.0.1", "--scope=chat:write");
    String secret = key.get("key").getStringValue();
    Result result =
        program
            .reading(secret + "\n")
            .run("keys", "check", "--address=192.0.2.1", "--scope=admin:write")
            .expect(ExitCode.REFUSED);
    assertTrue(result.out().contains("refused: 403 ip_not_allowed"), result.out());
    assertTrue(result.out().lines().filter(line -> line.contains("  refused")).count() >= 2);
    assertFalse((result.out() + result.err()).contains(secret));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--address=1.2.3", "--at=noon", "--scope=Chat"})
  void refusesAWrongQuestion(String option) {
    program.reading("x").run("keys", "check", option).expect(ExitCode.USAGE);
    program.reading("").run("keys", "check").expect(ExitCode.USAGE);
  }

  @Test
  void accepts() {
    JsonNode key = program.create("demo", "--expires=1d");
    program.reading(key.get("key").getStringValue());
    JsonNode now = program.run("keys", "check", "--json", "--address=192.0.2.1").json();
    assertTrue(now.get("accepted").getBooleanValue());
    program.run("keys", "check", "--at=2999-01-01T00:00:00Z").expect(ExitCode.REFUSED);
  }

  private static String id(JsonNode key) {
    return key.get("id").getStringValue();
  }

  private static List<String> addresses(JsonNode key) {
    return StreamSupport.stream(key.get("allow").values().spliterator(), false)
        .map(entry -> entry.get("address").getStringValue())
        .toList();
  }
}
