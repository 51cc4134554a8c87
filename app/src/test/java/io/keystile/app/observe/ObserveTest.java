package io.keystile.app.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.cli.Contexts;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeySettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObserveTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern REFUSED =
      Pattern.compile("keystile_verifications_total\\{outcome=\"insufficient_scope\"} [1-9]");

  @TempDir private static Path folder;
  private static ApplicationContext server;
  private static String reader;
  private static String administrator;
  private static String caller;

  @BeforeAll
  static void start() {
    server = serve(false);
    reader = issue(Scopes.of("keystile:read"));
    administrator = issue(Scopes.of("keystile:admin"));
    caller = issue(Scopes.ALL);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void givesMetricsToWhoeverMayReadThem() throws Exception {
    assertEquals(401, get(server, "/prometheus", "").statusCode());
    assertEquals(403, get(server, "/prometheus", caller).statusCode());
    assertEquals(200, get(server, "/prometheus", administrator).statusCode());
    HttpResponse<String> metrics = get(server, "/prometheus", reader);
    assertEquals(200, metrics.statusCode());
    assertEquals(
        "text/plain; version=0.0.4; charset=utf-8",
        metrics.headers().firstValue("Content-Type").orElse(""));
    assertTrue(REFUSED.matcher(metrics.body()).find(), metrics.body());
    assertTrue(metrics.body().contains("keystile_store_time_seconds_count{"), metrics.body());
    assertTrue(metrics.body().contains("jvm_memory_used_bytes{"), metrics.body());
    assertFalse(metrics.body().contains("http_server_requests"), "labels that a caller chooses");
    assertFalse(metrics.body().contains(reader) || metrics.body().contains(caller));
  }

  @Test
  void givesMetricsToAnybodyWhereThatWasSet() throws Exception {
    try (ApplicationContext open = serve(true)) {
      HttpResponse<String> metrics = get(open, "/prometheus", "");
      assertEquals(200, metrics.statusCode());
      assertTrue(metrics.body().contains("keystile_verifications_total"), metrics.body());
    }
  }

  @Test
  void tellsItsHealthToAnybodyAndDetailsToReaders() throws Exception {
    for (String path : new String[] {"/health", "/health/liveness", "/health/readiness"}) {
      HttpResponse<String> health = get(server, path, reader);
      assertEquals(200, health.statusCode(), path);
      assertEquals("{\"status\":\"UP\"}", health.body(), path);
    }
    assertEquals(401, get(server, "/health/details", "").statusCode());
    assertEquals(403, get(server, "/health/details", caller).statusCode());
    HttpResponse<String> details = get(server, "/health/details", reader);
    assertTrue(details.body().contains("\"store\":\"writable\""), details.body());
    assertFalse(details.body().contains(folder.toString()), details.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "beans",
        "caches",
        "configprops",
        "env",
        "heapdump",
        "info",
        "loggers",
        "metrics",
        "refresh",
        "routes",
        "stop",
        "threaddump"
      })
  void hasNoneOfTheOtherEndpointsOfTheFramework(String endpoint) throws Exception {
    for (String key : new String[] {"", reader}) {
      assertEquals(404, get(server, "/" + endpoint, key).statusCode());
      HttpRequest post = request(server, "/" + endpoint, key).POST(BodyPublishers.noBody()).build();
      assertEquals(404, CLIENT.send(post, BodyHandlers.ofString()).statusCode());
    }
  }

  private static ApplicationContext serve(boolean open) {
    ApplicationContext context =
        Contexts.start(
            Map.of(
                "keystile.db",
                folder.resolve(open ? "open.db" : "keys.db").toString(),
                "keystile.port",
                0,
                "keystile.metrics.open",
                open,
                "micronaut.metrics.enabled",
                true));
    context.getBean(EmbeddedServer.class).start();
    return context;
  }

  private static String issue(Scopes scopes) {
    KeySettings settings = KeySettings.named("k").withScopes(scopes);
    return server.getBean(ApiKeys.class).issue(settings).secret().exposeText();
  }

  private static HttpResponse<String> get(ApplicationContext server, String path, String key)
      throws IOException, InterruptedException {
    return CLIENT.send(request(server, path, key).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(ApplicationContext server, String path, String key) {
    int port = server.getBean(EmbeddedServer.class).getPort();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return key.isEmpty() ? request : request.header("X-API-Key", key);
  }
}
