package io.keystile.auth.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.keystile.auth.TestServer;
import io.keystile.auth.TestStore;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server with management; every answer of it is held against the document. */
final class ManagementServer implements AutoCloseable {

  static final String JSON = "application/json";

  private final TestServer server;
  private final Path database;
  private final ApiContract contract;
  private final String admin;

  private ManagementServer(TestServer server, Path folder) {
    this.server = server;
    this.database = folder.resolve("keys.db");
    this.admin = key("administrator", "*", "keystile:admin");
    this.contract =
        new ApiContract(
            server.get("/admin/openapi.json", "Authorization", "Bearer " + admin).body());
  }

  static ManagementServer start(String spec, Path folder, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("keystile.management.enabled", "true");
    all.put("keystile.usage.flush-interval", "1h");
    TestServer server = TestServer.start(spec, folder, all);
    try {
      return new ManagementServer(server, folder);
    } catch (RuntimeException | Error e) {
      server.close();
      throw e;
    }
  }

  /** An answer, read as JSON. */
  record Answer(HttpResponse<String> raw) {

    int status() {
      return raw.statusCode();
    }

    JsonNode json() {
      return ApiContract.parse(raw.body());
    }

    String text(String member) {
      return json().path(member).asText();
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    Answer is(int status) {
      assertEquals(status, raw.statusCode(), raw.body());
      return this;
    }

    /** A problem with this code. */
    Answer isProblem(int status, String code) {
      is(status);
      assertEquals("no-store", header("Cache-Control"));
      assertEquals(Problem.MEDIA_TYPE, header("Content-Type"));
      assertEquals(code, text("code"), raw.body());
      return this;
    }

    /** The places of all faults. */
    List<String> faults() {
      isProblem(400, "invalid_request");
      return Stream.of("pointer", "parameter", "header")
          .flatMap(kind -> json().path("errors").findValuesAsText(kind).stream())
          .collect(Collectors.toList());
    }
  }

  TestServer server() {
    return server;
  }

  ApiContract contract() {
    return contract;
  }

  /** A new key's text. */
  String key(String name, String... scopes) {
    return server.issue(name, scopes).secret().exposeText();
  }

  Answer get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  Answer post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  Answer patch(String path, String body, String... headers) {
    return send("PATCH", path, body, headers);
  }

  Answer delete(String path, String... headers) {
    return send("DELETE", path, "", headers);
  }

  /** As the administrator. */
  Answer send(String method, String path, String body, String... headers) {
    return as(admin, method, path, body, headers);
  }

  Answer as(String key, String method, String path, String body, String... headers) {
    return send(
        method,
        path,
        body.getBytes(StandardCharsets.UTF_8),
        Stream.concat(
                Stream.of("Authorization", "Bearer " + key),
                Stream.concat(
                    body.isEmpty() || List.of(headers).contains("Content-Type")
                        ? Stream.of()
                        : Stream.of("Content-Type", JSON),
                    Stream.of(headers)))
            .toArray(String[]::new));
  }

  /** As nobody in particular: only with these headers. */
  Answer send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        server
            .request(path, headers)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    Answer answer = new Answer(server.send(request.build()));
    contract.check(
        method, path, answer.status(), answer.header("Content-Type"), answer.raw().body());
    assertTrue(answer.status() < 500, answer.raw().body());
    return answer;
  }

  String adminKey() {
    return admin;
  }

  /** All that management could have changed. */
  String rows() {
    StringBuilder rows = new StringBuilder();
    for (String table : List.of("keystile_key", "keystile_account", "keystile_setting")) {
      rows.append(query("SELECT json_array(" + columns(table) + ") FROM " + table));
    }
    return rows.toString();
  }

  List<String> query(String sql) {
    try {
      return TestStore.query(database, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String columns(String table) {
    return query("SELECT name FROM pragma_table_info('" + table + "')").stream()
        // Counted by use, also that of the key which asks.
        .filter(column -> !List.of("requests", "last_used_at").contains(column))
        .map(column -> "quote(" + column + ")")
        .collect(Collectors.joining(", "));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
