package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.TestServer;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** Proves of a route that it lets in whom it should, and nobody else. */
public final class ShapeServer implements AutoCloseable {

  /** What every shape asks for. */
  public static final String SCOPE = "shape:use";

  private final TestServer server;
  private final String unknown;
  private int keys;

  private ShapeServer(TestServer server) {
    this.server = server;
    IssuedKey gone = server.issue("gone", SCOPE);
    server.bean(ApiKeys.class).delete(gone.key().id());
    this.unknown = bearer(gone);
  }

  public static ShapeServer start(String spec, Path folder) {
    return start(spec, folder, Map.of());
  }

  public static ShapeServer start(String spec, Path folder, Map<String, Object> settings) {
    return of(TestServer.start(spec, folder, settings));
  }

  public static ShapeServer of(TestServer server) {
    return new ShapeServer(server);
  }

  public TestServer server() {
    return server;
  }

  public void guards(String method, String path, String... headers) {
    guards(server.request(path, headers).method(method, BodyPublishers.noBody()));
  }

  /**
   * Without a key 401, with a key that lacks the scope 403, with a good key a success: each with a
   * key that has to be fetched from the store, then with one that is at hand.
   */
  public void guards(HttpRequest.Builder request) {
    int before = Entered.count();
    assertEquals(401, send(request).statusCode());
    assertEquals(401, send(request, unknown).statusCode());
    String poor = freshBearer("other:use");
    assertEquals(403, send(request, poor).statusCode());
    assertEquals(403, send(request, poor).statusCode());
    assertEquals(before, Entered.count(), "entered without leave");
    String good = freshBearer(SCOPE);
    assertSuccess(send(request, good));
    assertSuccess(send(request, good));
    assertEquals(before + 2, Entered.count(), "not entered, or entered more than once");
  }

  public void opens(String method, String path) {
    int before = Entered.count();
    assertSuccess(send(server.request(path).method(method, BodyPublishers.noBody())));
    assertEquals(before + 1, Entered.count());
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return server.send(request.copy().build());
  }

  public HttpResponse<String> send(HttpRequest.Builder request, String bearer) {
    return server.send(request.copy().header("Authorization", bearer).build());
  }

  /** A header value with a key that no cache has seen yet. */
  public String freshBearer(String... scopes) {
    return bearer(server.issue("key " + ++keys, scopes));
  }

  private static String bearer(IssuedKey key) {
    return "Bearer " + key.secret().exposeText();
  }

  private static void assertSuccess(HttpResponse<String> response) {
    assertEquals(2, response.statusCode() / 100, response.statusCode() + " " + response.body());
  }

  @Override
  public void close() {
    server.close();
  }
}
