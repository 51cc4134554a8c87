package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import io.keystile.auth.Wire;
import io.keystile.auth.guard.Entered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However the path, the verb or the host is written, nothing is entered without a key. */
class RequestTargetWireTest {

  private static final long SEED = 20261120;

  @TempDir static Path folder;
  private static TestServer server;
  private static String bearer;

  @BeforeAll
  static void start() {
    server = TestServer.start(WireShapes.SPEC, folder, Map.of());
    bearer = "Bearer " + server.issue("wire").secret().exposeText();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void entersWithAKey() throws IOException {
    int before = Entered.count();
    String head = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: ";
    for (String path : List.of("/wire", "/wire/", "/wire/1", "/wire/files/a/b.txt")) {
      String answer = Wire.exchange(server.port(), "GET " + path + head + bearer + "\r\n\r\n");
      assertEquals(List.of(200), Wire.statuses(answer), path);
    }
    assertEquals(before + 4, Entered.count());
  }

  static List<String> targets() {
    return List.of(
        "/wire",
        "/wire/",
        "/wire?",
        "/wire#x",
        "/wire?api_key=anything",
        "//wire",
        "///wire///",
        "/wire//1",
        "//evil.example/wire",
        "/./wire",
        "/wire/.",
        "/wire/..",
        "/open/../wire",
        "/wire/1/..",
        "/wire/../wire/1",
        "/%2e/wire",
        "/%2e%2e/wire",
        "/open/%2e%2e/wire",
        "/..%2fwire",
        "/%77ire",
        "/%57ire",
        "/wire%2F1",
        "/wire%2f",
        "/wire%5C1",
        "/wire\\1",
        "/wire%00",
        "/wire/%00",
        "/wire%20",
        "/wire%09",
        "/wire%0d%0aX-API-Key:%20x",
        "/wire%23",
        "/wire%3F",
        "/wire%253F",
        "/wire;x=1",
        "/wire;",
        "/;/wire",
        "/wire%3B",
        "/wire%3Bx=1",
        "/wire/;jsessionid=1",
        "/wire/1;x",
        "/wire/files/static/x.txt",
        "/wire/files//static/x.txt",
        "/wire/files/%73tatic/x.txt",
        "/wire/files/static%2Fx.txt",
        "/wire/files/../files/x.txt",
        "/wire/files/..;/x.txt",
        "/wire/files/x.txt;.css",
        "/wire/files/x.txt%00.css",
        "/WIRE",
        "/Wire",
        "/w\u0131re",
        "/wire.json",
        "/wire.",
        "/wire~",
        "wire",
        "wire/1",
        ".",
        "*",
        "?",
        "#",
        "http://localhost/wire",
        "http://evil.example/wire",
        "HTTP://evil.example:80/wire",
        "http://user@evil.example/wire",
        "http:/wire",
        "http:///wire",
        "http:wire",
        "https://evil.example/wire/1",
        "file:///wire",
        "javascript:/wire",
        "localhost:80",
        "http://[::1]/wire",
        "http://[/wire",
        "/wire%",
        "/wire%zz",
        "/wire/\u00ff\u00fe",
        "/wire/{id}",
        "/wire/%7Bid%7D",
        "/wire\t",
        "/wire /x");
  }

  @ParameterizedTest(name = "stays shut for {0}")
  @MethodSource("targets")
  void staysShutFor(String target) throws IOException {
    staysShut("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n");
    staysShut("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n");
    staysShut("HEAD " + target + " HTTP/1.1\r\nHost: localhost\r\n");
  }

  @Test
  void staysShutForTargetsMadeAtRandom() throws IOException {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    List<String> parts =
        List.of(
            "/",
            "//",
            "wire",
            "%77ire",
            "WIRE",
            "files",
            ".",
            "..",
            "%2e",
            "%2f",
            "%5c",
            ";",
            "%3b",
            "?",
            "#",
            "%",
            "%00",
            "\u00e9",
            "1",
            "x.txt",
            "http://a",
            "@",
            ":",
            "&",
            "=",
            "+",
            "\u0001",
            "\u007f");
    for (int i = 0; i < 300; i++) {
      StringBuilder target = new StringBuilder(random.nextInt(4) == 0 ? "" : "/wire");
      for (int part = random.nextInt(6); part > 0; part--) {
        target.append(parts.get(random.nextInt(parts.size())));
      }
      staysShut("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n");
    }
  }

  @ParameterizedTest(name = "stays shut for the verb {0}")
  @ValueSource(
      strings = {
        "get",
        "Get",
        "gET",
        "post",
        "head",
        "GET\u0001",
        "GETX",
        "PATCH",
        "PUT",
        "DELETE",
        "TRACE",
        "OPTIONS",
        "PRI",
        "PURGE",
        "G\u0000ET",
        " GET",
        "\tGET"
      })
  void staysShutForTheVerb(String verb) throws IOException {
    staysShut(verb + " /wire HTTP/1.1\r\nHost: localhost\r\n");
  }

  @ParameterizedTest(name = "stays shut for the host {0}")
  @ValueSource(
      strings = {
        "localhost/#@x",
        "localhost/open?",
        "localhost:8080/open#",
        "evil.example",
        "[::1",
        "a b",
        "%00",
        "localhost\u0000",
        "@",
        "../../",
        "",
        "localhost, evil.example",
        "\u00ff"
      })
  void staysShutForTheHost(String host) throws IOException {
    staysShut("GET /wire HTTP/1.1\r\nHost: " + host + "\r\n");
    staysShut("GET http://localhost/wire HTTP/1.1\r\nHost: " + host + "\r\n");
  }

  @ParameterizedTest(name = "stays shut for the first line [{0}]")
  @ValueSource(
      strings = {
        "GET /wire HTTP/1.1",
        "GET /wire HTTP/1.0",
        "GET /wire HTTP/0.9",
        "GET /wire HTTP/2.0",
        "GET /wire HTTP/9.9",
        "GET /wire",
        "GET  /wire  HTTP/1.1",
        "GET\t/wire\tHTTP/1.1",
        "GET /wire HTTP/1.1 ",
        "\r\nGET /wire HTTP/1.1",
        "GET /wire http/1.1",
        "GET /wire XHTTP/1.1"
      })
  void staysShutForTheFirstLine(String line) throws IOException {
    staysShut(line + "\r\n");
    staysShut(line + "\r\nHost: localhost\r\nHost: evil.example\r\n");
  }

  private static void staysShut(String head) throws IOException {
    int before = Entered.count();
    String answer = Wire.exchange(server.port(), head + "Connection: close\r\n\r\n");
    assertEquals(before, Entered.count(), () -> head + " entered: " + answer);
    assertFalse(answer.contains("entered"), answer);
    assertTrue(
        Wire.statuses(answer).stream().allMatch(status -> status >= 400), () -> head + answer);
  }
}
