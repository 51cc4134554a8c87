package io.keystile.app.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.cli.ExitCode;
import io.micronaut.json.tree.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationIT {

  @TempDir private Path folder;

  @Test
  void letsTheOldSecretWorkOnAndSaysWhenItWasUsed() throws Exception {
    Program program = Program.in(folder);
    JsonNode made = program.create("demo");
    String id = made.get("id").getStringValue();
    String old = made.get("key").getStringValue();
    JsonNode rotated = program.run("keys", "rotate", id, "--overlap=1h", "--json").json();
    Map<String, String> settings =
        Map.of("KEYSTILE_BOOTSTRAP", "none", "KEYSTILE_USAGE_FLUSH_INTERVAL", "100ms");
    try (RunningServer server = RunningServer.start(folder, settings)) {
      assertEquals(200, server.models(old).statusCode());
      assertEquals(200, server.models(rotated.get("key").getStringValue()).statusCode());
      server.child().terminate();
      server.child().awaitEnd();
    }
    JsonNode shown = program.run("keys", "show", id, "--json").json();
    assertEquals(2, shown.get("requests").getLongValue());
    JsonNode previous = shown.get("previousSecret");
    assertEquals(1, previous.get("requests").getLongValue());
    assertEquals("127.0.0.1", previous.get("lastUsedFrom").getStringValue());
    assertTrue(previous.get("lastUsedAt").isString());
    String text = program.run("keys", "show", id).expect(ExitCode.DONE).out();
    assertTrue(text.contains("used 1 time, last 20"), text);
  }
}
