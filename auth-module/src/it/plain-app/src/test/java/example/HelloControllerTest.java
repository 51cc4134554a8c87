package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Scopes;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelloControllerTest {

  @TempDir static Path folder;
  static EmbeddedServer server;

  @BeforeAll
  static void start() {
    server =
        ApplicationContext.run(
            EmbeddedServer.class,
            Map.of("micronaut.server.port", -1, "keystile.db", folder.resolve("keys.db").toString()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void refusesWithoutKey() throws Exception {
    HttpResponse<String> response = hello();
    assertEquals(401, response.statusCode());
    assertTrue(response.body().contains("missing_authorization"), response.body());
  }

  @Test
  void refusesAKeyWithoutTheScope() throws Exception {
    assertEquals(403, hello("Authorization", "Bearer " + issue("other:read")).statusCode());
  }

  @Test
  void acceptsAKey() throws Exception {
    HttpResponse<String> response = hello("Authorization", "Bearer " + issue("hello:*"));
    assertEquals(200, response.statusCode());
    assertEquals("Hello demo", response.body());
  }

  @Test
  void needsNoMicronautSecurity() {
    String filter = "io.micronaut.security.filters.SecurityFilter";
    assertThrows(ClassNotFoundException.class, () -> Class.forName(filter));
    assertTrue(
        server.getApplicationContext().getAllBeanDefinitions().stream()
            .noneMatch(bean -> bean.getName().startsWith("io.keystile.auth.security")));
  }

  private static String issue(String scope) {
    IssuedKey issued =
        server
            .getApplicationContext()
            .getBean(ApiKeys.class)
            .issue(KeySettings.named("demo").withScopes(Scopes.of(scope)));
    return issued.secret().exposeText();
  }

  private static HttpResponse<String> hello(String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.getURI().resolve("/hello"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
