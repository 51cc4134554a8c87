package io.keystile.app.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
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
  private static final String OPERATORS_OWN =
      """
      <configuration scan="true">
        <appender name="FILE" class="ch.qos.logback.core.FileAppender">
          <file>%s</file>
          <encoder class="ch.qos.logback.classic.encoder.JsonEncoder"/>
        </appender>
        <root level="TRACE"><appender-ref ref="FILE"/></root>
      </configuration>
      """;
  private static final String SYSLOG =
      """
      <configuration>
        <appender name="SYSLOG" class="ch.qos.logback.classic.net.SyslogAppender">
          <syslogHost>127.0.0.1</syslogHost>
          <facility>USER</facility>
          <suffixPattern>%msg</suffixPattern>
        </appender>
        <root level="WARN"><appender-ref ref="SYSLOG"/></root>
      </configuration>
      """;

  /** As a header can carry it. */
  private static final String IMPORTED = "imported,key;with'signs&and=more";

  @TempDir private Path folder;

  @Test
  void keepsKeysOutOfFilesLogsAndTheProcessList() throws Exception {
    Map<String, String> environment =
        Map.of(
            "KEYSTILE_LOG_LEVEL", "TRACE",
            "KEYSTILE_ACCESS_LOG", "true",
            "KEYSTILE_READING_QUERY", "true",
            "KEYSTILE_API_KEY", IMPORTED);
    try (RunningServer server = RunningServer.start(folder, environment)) {
      String created = create();
      for (String key : List.of(created, IMPORTED)) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
        assertEquals(200, server.models(key).statusCode());
        assertEquals(200, server.get("/v1/models?api_key=" + encoded, "X-A", "b").statusCode());
        server.get("/v1/models?API%5Fkey=" + encoded + "&api%5Fkey=" + encoded, "X-A", "b");
        server.post("/v1/chat/completions", "{\"model\":\"" + key + "\"}", key);
        server.get("/v1/models", "X-API-Key", key);
        server.get("/v1/models", "Authorization", "Basic " + key);
        server.get("/v1/models/" + encoded, "X-Other", key);
        server.get("/v1/models?api_key=" + encoded, "Cookie", "key=" + encoded);
        server.get("/nowhere/" + encoded, "Authorization", "Bearer " + key + "x");
      }
      assertNowhere(processes(), created, IMPORTED);
      assertNowhere(databaseFiles(), created, IMPORTED);
      server.child().terminate();
      server.child().awaitEnd();
      String log = String.join("\n", server.child().err());
      assertTrue(log.contains("TRACE"), "The log is not at TRACE");
      assertTrue(log.contains("keystile.refused"), "Refusals are not in the log");
      assertTrue(log.contains("\"GET /v1/models?api_key=ks_**** HTTP/1.1\" 200"), "No access log");
      assertTrue(log.contains("?API%5Fkey=ks_****&api%5Fkey=ks_****"), "No access log");
      assertNowhere(log, created, IMPORTED);
      assertNowhere(String.join("\n", server.child().out()), created, IMPORTED);
      assertNowhere(databaseFiles(), created, IMPORTED);
    }
  }

  @Test
  void keepsKeysOutOfALogThatTheOperatorSetUp() throws Exception {
    Path log = folder.resolve("operator.log");
    try (RunningServer server =
        RunningServer.start(folder, logback(OPERATORS_OWN.formatted(log)))) {
      String key = server.firstKey();
      assertEquals(200, server.models(key).statusCode());
      server.get("/v1/models?api_key=" + key, "X-Other", key);
      server.child().terminate();
      server.child().awaitEnd();
      String written = Files.readString(log);
      assertTrue(written.contains("TRACE"), "The log is not at TRACE");
      assertTrue(written.contains("ks_****"), "The key was not there at all");
      assertNowhere(written, key);
    }
  }

  @Test
  void doesNotStartWithALogItCannotKeepKeysOutOf() throws Exception {
    try (Child child =
        Child.start(folder, logback(SYSLOG), "serve", "--port", "0", "--db", "keys.db")) {
      assertEquals(2, child.awaitEnd());
      String said = String.join("\n", child.err());
      assertTrue(said.contains("These log appenders would write keys: [SYSLOG"), said);
    }
  }

  private Map<String, String> logback(String configuration) throws IOException {
    Path file = Files.writeString(folder.resolve("own-logback.xml"), configuration);
    return Map.of(
        "JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=" + file,
        "KEYSTILE_ACCESS_LOG", "true",
        "KEYSTILE_REDACT_CHECK", "none");
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
