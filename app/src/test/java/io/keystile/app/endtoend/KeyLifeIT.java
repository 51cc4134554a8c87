package io.keystile.app.endtoend;

import static org.junit.jupiter.api.Assertions.fail;

import io.keystile.app.Program;
import io.keystile.app.cli.ExitCode;
import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyLifeIT {

  private static final Duration MOMENT = Duration.ofSeconds(1);

  @TempDir private Path folder;

  @Test
  void followsTheCommandLineWithinASecond() throws Exception {
    Program program = Program.in(folder);
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      JsonNode created = program.create("demo");
      String id = created.get("id").getStringValue();
      String key = created.get("key").getStringValue();
      assertSoon(server, key, 200, "\"object\":\"list\"");
      program.run("keys", "disable", id).expect(ExitCode.DONE);
      assertSoon(server, key, 401, "\"code\":\"disabled_api_key\"");
      program.run("keys", "enable", id).expect(ExitCode.DONE);
      assertSoon(server, key, 200, "\"object\":\"list\"");
      program.run("keys", "delete", "--yes", id).expect(ExitCode.DONE);
      assertSoon(server, key, 401, "\"code\":\"invalid_api_key\"");
    }
  }

  private static void assertSoon(RunningServer server, String key, int status, String part)
      throws Exception {
    long end = System.nanoTime() + MOMENT.toNanos();
    HttpResponse<String> response;
    do {
      response = server.models(key);
      if (response.statusCode() == status && response.body().contains(part)) {
        return;
      }
    } while (System.nanoTime() < end);
    fail(response.statusCode() + " " + response.body());
  }
}
