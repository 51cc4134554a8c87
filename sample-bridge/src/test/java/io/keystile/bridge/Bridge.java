package io.keystile.bridge;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A running bridge and a client for it. */
public final class Bridge implements AutoCloseable {

  private final EmbeddedServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Bridge(EmbeddedServer server) {
    this.server = server;
  }

  public static Bridge start(Map<String, Object> properties) {
    return new Bridge(
        ApplicationContext.builder()
            .properties(onLoopback(properties))
            .environments("test")
            .run(EmbeddedServer.class));
  }

  private static Map<String, Object> onLoopback(Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(properties);
    all.put("micronaut.server.host", "127.0.0.1");
    return all;
  }

  public int port() {
    return server.getPort();
  }

  public ApplicationContext context() {
    return server.getApplicationContext();
  }

  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(60));
  }

  public HttpRequest.Builder chat(String body) {
    return to("/v1/chat/completions")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return send(request, BodyHandlers.ofString());
  }

  public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return client.send(request.build(), handler);
  }

  @Override
  public void close() {
    server.close();
  }
}
