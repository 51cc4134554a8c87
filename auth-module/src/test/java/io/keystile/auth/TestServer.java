package io.keystile.auth;

import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A real server on a real SQLite file, with the controllers of one test class. */
public final class TestServer implements AutoCloseable {

  private final EmbeddedServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(EmbeddedServer server) {
    this.server = server;
  }

  /** Starts it with the beans that {@code @Requires(property = "spec.name", value = spec)}. */
  public static TestServer start(String spec, Path folder, Map<String, Object> settings) {
    return start(spec, folder, settings, TestServer.class.getClassLoader());
  }

  /** The same, with the beans of another class loader as well. */
  public static TestServer start(
      String spec, Path folder, Map<String, Object> settings, ClassLoader beans) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("spec.name", spec);
    all.put("keystile.db", folder.resolve("keys.db").toString());
    all.put("micronaut.server.port", -1);
    ApplicationContext context =
        ApplicationContext.builder().classLoader(beans).properties(all).start();
    try {
      return new TestServer(context.getBean(EmbeddedServer.class).start());
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  public ApplicationContext context() {
    return server.getApplicationContext();
  }

  public <T> T bean(Class<T> type) {
    return context().getBean(type);
  }

  public IssuedKey issue(String name, String... scopes) {
    KeySettings request = KeySettings.named(name);
    return bean(ApiKeys.class)
        .issue(scopes.length == 0 ? request : request.withScopes(Scopes.of(scopes)));
  }

  public int port() {
    return server.getPort();
  }

  /** Sends a GET with headers given as name, value, name, value. */
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
