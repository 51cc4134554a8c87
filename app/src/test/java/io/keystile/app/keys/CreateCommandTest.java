package io.keystile.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.Program.Result;
import io.keystile.app.cli.ExitCode;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateCommandTest {

  private static final String KEY = "ks_[0-9A-Za-z]{32}";

  @TempDir private Path folder;
  private Program program = Program.in(Path.of("."));

  @BeforeEach
  void program() {
    program = Program.in(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "--name= , The name must have 1 to 100 characters.",
    "--name=a --scope=Chat:Write, --scope: A scope is",
    "--name=a --expires=soon, 'Invalid value for option ''--expires'': use a span'",
    "--name=a --expires=2001-01-31, --expires: 2001-01-31T00:00:00Z is in the past.",
    "--description=b, Missing required option: '--name=NAME'"
  })
  void refusesWrongValuesAndMakesNothing(String options, String message) {
    Result result = program.run(("keys create " + options).split(" ")).expect(ExitCode.USAGE);
    assertTrue(result.err().startsWith(message), result.err());
    assertEquals("", result.out());
  }

  @Test
  void doesNotMakeADatabaseForAWrongName() {
    program.run("keys", "create", "--name", "x".repeat(101)).expect(ExitCode.USAGE);
    assertFalse(Files.exists(program.database()));
  }

  @Test
  void printsTheKeyOnceOnALineOfItsOwn() {
    Result result =
        program.run("keys", "create", "--name", "demo", "--description", "For the demo");
    result.expect(ExitCode.DONE);
    List<String> keys = result.out().lines().filter(line -> line.matches(KEY)).toList();
    assertEquals(1, keys.size(), result.out());
    assertEquals(result.out().indexOf(keys.get(0)), result.out().lastIndexOf(keys.get(0)));
    assertTrue(result.out().contains("Description  For the demo\n"), result.out());
    assertEquals("Store this key now: it is not shown again.", result.err().strip());
  }

  @Test
  void printsJsonWithTheKeyBehindTheName() {
    Result result = program.run("keys", "create", "--json", "--name", "demo");
    assertTrue(
        result
            .out()
            .matches("\\{\"id\":\"key_[0-9A-Z]+\",\"name\":\"demo\",\"key\":\"" + KEY + "\".*}\n"),
        result.out());
    JsonNode key = result.json();
    assertTrue(key.get("description").isNull());
    assertEquals("database", key.get("source").getStringValue());
    assertEquals("active", key.get("status").getStringValue());
    assertEquals(List.of("*"), texts(key.get("scopes")));
    assertTrue(key.get("notBefore").isNull());
    assertTrue(key.get("expiresAt").isNull());
    Instant created = Instant.parse(key.get("createdAt").getStringValue());
    assertTrue(created.isBefore(Instant.now().plusSeconds(60)));
  }

  @Test
  void takesScopesAndAnEnd() {
    JsonNode key =
        program.create("demo", "--scope", "models:read", "--scope", "chat:*", "--expires", "90d");
    assertEquals(List.of("chat:*", "models:read"), texts(key.get("scopes")));
    Instant end = Instant.parse(key.get("expiresAt").getStringValue());
    long hours = ChronoUnit.HOURS.between(Instant.now(), end);
    assertTrue(hours >= 90 * 24 - 1 && hours <= 90 * 24, end.toString());
  }

  @Test
  void keepsNamesOutsideAscii() {
    assertEquals("Zoë 東京", program.create("Zoë 東京").get("name").getStringValue());
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.values().spliterator(), false)
        .map(JsonNode::getStringValue)
        .toList();
  }
}
