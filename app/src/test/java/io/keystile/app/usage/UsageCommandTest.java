package io.keystile.app.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.Program.Result;
import io.keystile.app.cli.Contexts;
import io.keystile.app.cli.ExitCode;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.usage.KeyUses;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class UsageCommandTest {

  private static final String[] SPAN = {"--from=2026-01-01", "--to=2026-01-03T00:00:00Z"};

  private Program program = Program.in(Path.of("."));

  @BeforeAll
  void someCalls(@TempDir Path folder) {
    program = Program.in(folder);
    Map<String, Object> settings =
        Map.of(
            "keystile.db",
            program.database().toString(),
            "keystile.usage.retention",
            "3660d",
            "keystile.usage.flush-interval",
            "1h");
    try (ApplicationContext context = Contexts.start(settings)) {
      KeyUses uses = context.getBean(KeyUses.class);
      ApiKeyId key = new ApiKeyId("key_a");
      long day = Instant.parse("2026-01-01T09:59:59.999Z").toEpochMilli();
      uses.of(key, 1).record(day, null);
      uses.of(key, 2).record(day + 1, null);
      uses.countRefusal(day + 1, Reason.IP_NOT_ALLOWED, key, 2);
      uses.countRefusal(day + 1, Reason.INVALID_API_KEY, null, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--by=week", "--from=yesterday", "--to=2026-13-01", "ks_secret"})
  void refusesWrongOptions(String option) {
    Result result = program.run("usage", option).expect(ExitCode.USAGE);
    assertEquals("", result.out());
    assertFalse(result.err().contains("ks_secret"), result.err());
  }

  @Test
  void tellsTheHoursOfAKey() {
    JsonNode items = json("key_a").get("items");
    assertEquals(2, items.size());
    assertEquals("2026-01-01T09:00:00Z", items.get(0).get("start").getStringValue());
    assertEquals(1, items.get(1).get("accepted").getIntValue());
    assertEquals(1, items.get(1).get("refused").get("ip_not_allowed").getIntValue());
    assertEquals(1, items.get(1).get("bySecret").get("2").getIntValue());
  }

  @Test
  void tellsTheDaysOfAllCalls() {
    String text = program.run("usage", "--by", "day", SPAN[0], SPAN[1]).out();
    assertEquals(
        "2026-01-01T00:00:00Z  2         2        invalid_api_key 1, ip_not_allowed 1",
        text.lines().skip(1).findFirst().orElse(""));
    assertTrue(text.startsWith("START "), text);
  }

  @Test
  void saysWhenThereWereNone() {
    assertEquals("No calls.", program.run("usage").expect(ExitCode.DONE).out().strip());
    assertEquals(0, program.run("usage", "key_b", "--json").json().get("items").size());
  }

  private JsonNode json(String key) {
    return program.run("usage", key, SPAN[0], SPAN[1], "--json").json();
  }
}
