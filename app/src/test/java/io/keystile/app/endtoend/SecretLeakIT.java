package io.keystile.app.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretLeakIT {

  private static final Map<String, String> TRACE = Map.of("KEYSTILE_LOG_LEVEL", "TRACE");

  @TempDir private Path folder;

  @Test
  void keepsKeysOutOfFilesLogsAndTheProcessList() throws Exception {
    try (RunningServer server = RunningServer.start(folder, TRACE)) {
      String created = create();
      String first = server.firstKey();
      for (String key : List.of(created, first)) {
        assertEquals(200, server.models(key).statusCode());
        server.get("/v1/models", "X-API-Key", key);
        server.get("/v1/models", "Authorization", "Basic " + key);
        server.get("/v1/models/" + key, "X-Other", key);
        server.get("/v1/models?api_key=" + key, "Cookie", "key=" + key);
        server.get("/nowhere/" + key, "Authorization", "Bearer " + key + "x");
      }
      assertNowhere(processes(), created, first);
      assertNowhere(databaseFiles(), created, first);
      server.child().terminate();
      server.child().awaitEnd();
      String log = String.join("\n", server.child().err());
      assertTrue(log.contains("TRACE"), "The log is not at TRACE");
      assertTrue(log.contains("keystile.refused"), "Refusals are not in the log");
      assertNowhere(log, created, first);
      assertNowhere(String.join("\n", server.child().out()), created, first);
      assertNowhere(databaseFiles(), created, first);
    }
  }

  private String create() throws Exception {
    String database = folder.resolve("keys.db").toString();
    try (Child child =
        Child.start(folder, TRACE, "keys", "create", "--name", "demo", "--db", database)) {
      assertEquals(0, child.awaitEnd());
      String key =
          child.out().stream().filter(line -> line.startsWith("ks_")).findAny().orElseThrow();
      assertNowhere(String.join("\n", child.err()), key);
      return key;
    }
  }

  private String databaseFiles() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> ofDatabase = files.filter(file -> file.toString().contains("keys.db")).toList();
      assertFalse(ofDatabase.isEmpty());
      for (Path file : ofDatabase) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static String processes() {
    return String.join(
        "\n",
        ProcessHandle.allProcesses()
            .map(process -> process.info().commandLine().orElse(""))
            .toList());
  }

  private static void assertNowhere(String text, String... keys) {
    for (String key : keys) {
      int found = text.indexOf(key);
      assertEquals(-1, found, () -> text.substring(Math.max(0, found - 300), found));
    }
  }
}
