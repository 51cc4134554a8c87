package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.TestServer;
import io.keystile.auth.Wire;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.ServerWebSocket;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code keystile.guard=all}. */
class GuardAllTest {

  static final String SPEC = "GuardAllTest";

  private static final String SECRET_FILE = "what the file says";

  @TempDir static Path folder;
  @TempDir static Path other;
  private static TestServer server;
  private static TestServer annotated;
  private static String key = "";

  @BeforeAll
  static void start() throws IOException {
    Path files = Files.createDirectory(folder.resolve("files"));
    Files.writeString(files.resolve("a.txt"), SECRET_FILE);
    Map<String, Object> resources =
        Map.of(
            "micronaut.router.static-resources.files.paths",
            "file:" + files,
            "micronaut.router.static-resources.files.mapping",
            "/static/**");
    annotated = TestServer.start(SPEC, other, resources);
    var all = new HashMap<>(resources);
    all.put("keystile.guard", "all");
    all.put("keystile.public-routes", List.of("/all/public/{name}"));
    server = TestServer.start(SPEC, folder, all);
    key = server.issue("plain", "chat:read").secret().exposeText();
  }

  @AfterAll
  static void stop() {
    server.close();
    annotated.close();
  }

  @Test
  void asksForAKeyWhereNothingIsAnnotated() {
    assertEquals(401, server.get("/all/plain").statusCode());
    assertEquals(401, server.get("/all/plain", "X-API-Key", "ks_wrong").statusCode());
    assertEquals("plain", server.get("/all/plain", "X-API-Key", key).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALL", "All"})
  void asksForAKeyHoweverTheWordIsWritten(String mode, @TempDir Path fresh) {
    try (TestServer server = TestServer.start(SPEC, fresh, Map.of("keystile.guard", mode))) {
      assertEquals(401, server.get("/all/plain").statusCode());
    }
  }

  @Test
  void tellsTheLimitsOfAKeyWhereNothingIsAnnotated() {
    IssuedKey limited =
        server
            .bean(ApiKeys.class)
            .issue(
                KeySettings.named("limited")
                    .limitedTo(KeyLimits.parse(List.of("1/1h"), List.of())));
    String secret = limited.secret().exposeText();
    HttpResponse<String> answer = server.get("/all/plain", "X-API-Key", secret);
    assertEquals(
        List.of("\"1h\";r=0;t=3600"), answer.headers().allValues("RateLimit"), answer.body());
    HttpResponse<String> over = server.get("/all/plain", "X-API-Key", secret);
    assertEquals(429, over.statusCode());
    assertEquals(1, over.headers().allValues("RateLimit").size());
  }

  @Test
  void asksForAKeyBeforeTheBodyIsRead() {
    assertEquals(
        401,
        server
            .send(
                server
                    .request("/all/body", "Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{"))
                    .build())
            .statusCode());
  }

  @Test
  void annotatedRoutesStillAskForTheirScopes() {
    assertEquals(401, server.get("/all/scoped").statusCode());
    assertEquals(403, server.get("/all/scoped", "X-API-Key", key).statusCode());
    String writer = server.issue("writer", "chat:write").secret().exposeText();
    assertEquals("scoped", server.get("/all/scoped", "X-API-Key", writer).body());
  }

  @Test
  void opensWhatIsPermittedToAll() {
    assertEquals("permitted", server.get("/all/permitted").body());
  }

  @Test
  void opensPublicRoutesByTheirTemplateOnly() {
    assertEquals("public a", server.get("/all/public/a").body());
    assertEquals(401, server.get("/all/public/a/b").statusCode());
    assertEquals(401, server.get("/all/public").statusCode());
    assertEquals(401, server.get("/all/public%2Fa").statusCode());
    assertEquals(401, server.get("/all/plain/../public/a/../../plain").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/a.txt",
        "//static/a.txt",
        "/static//a.txt",
        "///static/a.txt",
        "/%73tatic/a.txt",
        "/static%2Fa.txt",
        "/static%2fa.txt",
        "/static/%61.txt",
        "/x/../static/a.txt",
        "/static/./a.txt",
        "/static;x=1/a.txt",
        "/static/a.txt;x=1",
        "/static/a.txt/",
        "/static/a.txt?api_key=x",
        "//evil/static/a.txt",
        "/STATIC/a.txt"
      })
  void guardsStaticFilesHoweverTheyAreAskedFor(String path) throws IOException {
    for (String method : List.of("GET", "HEAD", "get")) {
      String answer = exchange(server, method, path);
      assertFalse(answer.contains(SECRET_FILE), answer);
      assertFalse(Wire.statuses(answer).contains(200), answer);
    }
  }

  @Test
  void servesStaticFilesToAKey() {
    assertEquals(SECRET_FILE, server.get("/static/a.txt", "X-API-Key", key).body());
  }

  @Test
  void doesNotTellWhichPathsThereAre() {
    assertEquals(401, server.get("/nowhere").statusCode());
    assertEquals(401, server.get("/").statusCode());
    assertEquals(404, server.get("/nowhere", "X-API-Key", key).statusCode());
  }

  @Test
  void guardsAWebSocket() {
    assertEquals(401, handshake(server));
    try (TestServerSocket socket = TestServerSocket.open(server, key)) {
      assertFalse(socket.socket().isInputClosed());
    }
  }

  @Test
  void leavesOthersOpenWhenOnlyAnnotatedRoutesAreGuarded() {
    assertEquals("plain", annotated.get("/all/plain").body());
    assertEquals(SECRET_FILE, annotated.get("/static/a.txt").body());
    assertEquals(404, annotated.get("/nowhere").statusCode());
    assertEquals(401, annotated.get("/all/scoped").statusCode());
    assertEquals("permitted", annotated.get("/all/permitted").body());
    TestServerSocket.open(annotated, "none").close();
  }

  private static String exchange(TestServer server, String method, String path) throws IOException {
    return Wire.exchange(
        server.port(),
        method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  private static int handshake(TestServer server) {
    Throwable fault =
        assertThrows(
            CompletionException.class, () -> TestServerSocket.open(server, "ks_wrong").close());
    return assertInstanceOf(WebSocketHandshakeException.class, fault.getCause())
        .getResponse()
        .statusCode();
  }

  private record TestServerSocket(WebSocket socket) implements AutoCloseable {

    static TestServerSocket open(TestServer server, String key) {
      return new TestServerSocket(
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .header("X-API-Key", key)
              .buildAsync(
                  URI.create("ws://127.0.0.1:" + server.port() + "/all/socket"),
                  new WebSocket.Listener() {})
              .join());
    }

    @Override
    public void close() {
      socket.abort();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/all")
  static class Routes {
    @Get("/plain")
    String plain() {
      return "plain";
    }

    @Post("/body")
    String body(Map<String, Object> body) {
      return "body " + body.size();
    }

    @Get("/scoped")
    @ApiKeyProtected("chat:write")
    String scoped() {
      return "scoped";
    }

    @Get("/permitted")
    @PermitAll
    String permitted() {
      return "permitted";
    }

    @Get("/public/{name}")
    String named(String name) {
      return "public " + name;
    }

    @Get("/public/{name}/{more}")
    String more(String name, String more) {
      return name + more;
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @ServerWebSocket("/all/socket")
  static class Socket {
    @OnMessage
    void message(String message) {
      // Nobody says anything.
    }
  }
}
