package io.keystile.app.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartIT {

  @TempDir private Path folder;

  @Test
  void refusesToStartWithoutAKeyWhenToldSo() throws Exception {
    Map<String, String> settings = Map.of("KEYSTILE_BOOTSTRAP", "fail");
    try (Child child = Child.start(folder, settings, "serve", "--port", "0")) {
      assertEquals(1, child.awaitEnd());
      assertEquals(List.of(), child.out());
      assertEquals(1, child.err().size(), child.err().toString());
      assertTrue(child.err().get(0).startsWith("API key not configured"), child.err().get(0));
    }
  }

  @Test
  void makesNoKeyBesideOneInTheEnvironment() throws Exception {
    Map<String, String> settings = Map.of("KEYSTILE_API_KEY", "x0123456789abcdef0123456789abcdef");
    try (RunningServer server = RunningServer.start(folder, settings)) {
      assertEquals(200, server.models("x0123456789abcdef0123456789abcdef").statusCode());
      assertFalse(Files.exists(folder.resolve("first-key.txt")));
    }
  }

  @Test
  void tellsAWrongSettingInOneLine() throws Exception {
    Map<String, String> settings = Map.of("KEYSTILE_PORT", "many");
    try (Child child = Child.start(folder, settings, "serve")) {
      assertEquals(2, child.awaitEnd());
      assertEquals(1, child.err().size(), child.err().toString());
    }
  }

  @Test
  void obeysTheCommandLineBeforeTheEnvironmentBeforeTheFile() throws Exception {
    Files.writeString(
        folder.resolve("keystile.yml"),
        "keystile:\n  host: no.such.host.invalid\n  port: 1\n  db: file.db\n  bootstrap: none\n");
    Map<String, String> settings = Map.of("KEYSTILE_DB", "environment.db", "KEYSTILE_PORT", "2");
    try (Child child =
        Child.start(folder, settings, "serve", "--host", "localhost", "--port", "0")) {
      String url = child.awaitLine("Keystile listens on ");
      assertTrue(url.matches("Keystile listens on http://localhost:[0-9]{4,}"), url);
      assertTrue(child.awaitLine("Database: ").endsWith("environment.db"));
      assertEquals("Keys: 0", child.awaitLine("Keys: "));
    }
  }

  @Test
  void makesOneKeyForTwoServersThatStartAtOnce() throws Exception {
    String database = "--db=" + folder.resolve("keys.db");
    try (Child one = Child.start(folder, Map.of(), "serve", "--port=0", database);
        Child two = Child.start(folder, Map.of(), "serve", "--port=0", database)) {
      assertEquals("Keys: 1", one.awaitLine("Keys: "));
      assertEquals("Keys: 1", two.awaitLine("Keys: "));
    }
    assertEquals(1, Program.in(folder).run("keys", "list").out().lines().skip(1).count());
  }
}
