package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnClose;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** The handshake is guarded; what follows belongs to whom it was opened for. */
class WebSocketShapesTest {

  private static final String SPEC = "WebSocketShapesTest";
  private static final LinkedBlockingQueue<String> CLOSED = new LinkedBlockingQueue<>();

  @TempDir static Path folder;
  private static ShapeServer server;

  @BeforeAll
  static void start() {
    server = ShapeServer.start(SPEC, folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void refusesTheHandshakeWithoutKey() {
    assertEquals(401, refusal("/socket/type", null));
  }

  @Test
  void refusesTheHandshakeWithAKeyThatLacksTheScope() {
    String bearer = server.freshBearer("other:use");
    assertEquals(403, refusal("/socket/type", bearer));
    assertEquals(403, refusal("/socket/type", bearer));
  }

  @Test
  void refusesAPlainRequestForASocket() {
    int before = Entered.count();
    assertEquals(401, server.server().get("/socket/type").statusCode());
    assertEquals(before, Entered.count());
  }

  @RepeatedTest(30)
  void carriesMessagesOfAKeyThatHadToBeFetched() throws Exception {
    assertEquals("echo hello", talk("/socket/type", server.freshBearer(ShapeServer.SCOPE)));
  }

  @Test
  void carriesMessagesOfAKeyThatIsAtHand() throws Exception {
    String bearer = server.freshBearer(ShapeServer.SCOPE);
    assertEquals("echo hello", talk("/socket/type", bearer));
    assertEquals("echo hello", talk("/socket/type", bearer));
  }

  @Test
  void carriesMessagesToAReactiveHandler() throws Exception {
    assertEquals("echo hello", talk("/socket/reactive", server.freshBearer(ShapeServer.SCOPE)));
  }

  @Test
  void tellsTheHandlerThatTheSocketWasClosed() throws Exception {
    CLOSED.clear();
    talk("/socket/type", server.freshBearer(ShapeServer.SCOPE));
    assertEquals("closed", CLOSED.poll(10, TimeUnit.SECONDS));
  }

  private static int refusal(String path, @Nullable String bearer) {
    int before = Entered.count();
    Throwable fault =
        assertThrows(CompletionException.class, () -> connect(path, bearer, new Listener()).join());
    assertEquals(before, Entered.count());
    return assertInstanceOf(WebSocketHandshakeException.class, fault.getCause())
        .getResponse()
        .statusCode();
  }

  private static String talk(String path, String bearer) throws Exception {
    Listener listener = new Listener();
    WebSocket socket = connect(path, bearer, listener).get(10, TimeUnit.SECONDS);
    socket.sendText("hello", true).join();
    String answer = listener.received.get(10, TimeUnit.SECONDS);
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
    return answer;
  }

  private static CompletableFuture<WebSocket> connect(
      String path, @Nullable String bearer, Listener listener) {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (bearer != null) {
      builder.header("Authorization", bearer);
    }
    return builder.buildAsync(
        URI.create("ws://127.0.0.1:" + server.server().port() + path), listener);
  }

  private static final class Listener implements WebSocket.Listener {

    private final CompletableFuture<String> received = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
      received.complete(data.toString());
      return null;
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @ServerWebSocket("/socket/type")
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class Socket {
    @OnOpen
    void open(WebSocketSession session) {
      Entered.now();
    }

    @OnMessage
    void message(String message, WebSocketSession session) {
      session.sendSync("echo " + message);
    }

    @OnClose
    void close() {
      CLOSED.add("closed");
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @ServerWebSocket("/socket/reactive")
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class ReactiveSocket {
    @OnMessage
    Mono<String> message(String message, WebSocketSession session) {
      return Mono.from(session.send("echo " + message));
    }
  }
}
