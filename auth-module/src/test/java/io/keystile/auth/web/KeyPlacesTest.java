package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.TestServer;
import io.keystile.auth.guard.Entered;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a key is looked for, and where it is not. */
class KeyPlacesTest {

  @TempDir Path folder;

  @Test
  void ignoresTheQueryUnlessItIsSwitchedOn() {
    try (TestServer server = start(Map.of())) {
      String key = key(server);
      assertEquals("401 missing_authorization", ask(server, "?api_key=" + key));
      assertEquals("200", ask(server, "?api_key=other", "X-API-Key", key));
    }
  }

  @Test
  void readsTheQueryWhenItIsSwitchedOn() {
    try (TestServer server = start(Map.of("keystile.reading.query", true))) {
      String key = key(server);
      assertEquals("200", ask(server, "?api_key=" + key));
      assertEquals("200", ask(server, "?api_key=%20" + key + "%20"));
      assertEquals("200", ask(server, "?api_key=" + key + "&api_key=" + key));
      assertEquals("200", ask(server, "?api_key=" + key, "X-API-Key", key));
      assertEquals("200", ask(server, "?api_key=" + key, "Authorization", "Basic dXNlcjpwYXNz"));
      assertEquals("200", ask(server, "?api_key=", "X-API-Key", key));
      assertEquals("401 missing_authorization", ask(server, "?api_key="));
      assertEquals("401 missing_authorization", ask(server, "?API_KEY=" + key));
      assertEquals("401 invalid_api_key", ask(server, "?api_key=" + key + "%00"));
      assertEquals("401 invalid_api_key", ask(server, "?api_key[]=x&api_key=" + key + "%26"));
      assertEquals("400 conflicting_api_keys", ask(server, "?api_key=" + key + "&api_key=x"));
      assertEquals("400 conflicting_api_keys", ask(server, "?api_key=x", "X-API-Key", key));
      assertEquals(
          "400 conflicting_api_keys", ask(server, "?api_key=x", "Authorization", "Bearer " + key));
    }
  }

  @Test
  void readsTheConfiguredHeadersInsteadOfItsOwn() {
    Map<String, Object> settings =
        Map.of("keystile.reading.headers", List.of("Api-Token", "X-Company-Key"));
    try (TestServer server = start(settings)) {
      String key = key(server);
      assertEquals("200", ask(server, "", "api-token", key));
      assertEquals("200", ask(server, "", "X-Company-Key", key, "Api-Token", key));
      assertEquals("200", ask(server, "", "Authorization", "Bearer " + key));
      assertEquals("401 missing_authorization", ask(server, "", "X-API-Key", key));
      assertEquals(
          "400 conflicting_api_keys", ask(server, "", "Api-Token", key, "X-Company-Key", "x"));
    }
  }

  @Test
  void looksOnlyAtThePlacesInTheOrder() {
    try (TestServer server = start(Map.of("keystile.reading.order", List.of("header")))) {
      String key = key(server);
      assertEquals("200", ask(server, "", "X-API-Key", key));
      assertEquals("200", ask(server, "", "X-API-Key", key, "Authorization", "Bearer other"));
      assertEquals(
          "401 invalid_authorization_format", ask(server, "", "Authorization", "Bearer " + key));
    }
    Map<String, Object> settings =
        Map.of(
            "keystile.reading.order", List.of("query", "bearer"), "keystile.reading.query", true);
    try (TestServer server = start(settings)) {
      String key = key(server);
      assertEquals("200", ask(server, "?api_key=" + key));
      assertEquals("200", ask(server, "", "Authorization", "Bearer " + key));
      assertEquals("401 missing_authorization", ask(server, "", "X-API-Key", key));
    }
  }

  @ParameterizedTest(name = "takes the header Authorization: {0} for no key")
  @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Bearer", "Bearer ", "Bear x", "x", "Bearer a b"})
  void takesAnotherSchemeForAnErrorOnlyWithoutAKeyElsewhere(String value) {
    try (TestServer server = start(Map.of())) {
      assertEquals("401 invalid_authorization_format", ask(server, "", "Authorization", value));
      assertEquals("200", ask(server, "", "Authorization", value, "X-API-Key", key(server)));
    }
  }

  @Test
  void takesEmptyValuesForNone() {
    try (TestServer server = start(Map.of())) {
      assertEquals("401 missing_authorization", ask(server, "", "Authorization", ""));
      assertEquals("401 missing_authorization", ask(server, "", "X-API-Key", ""));
      assertEquals("401 missing_authorization", ask(server, "", "X-API-Key", "  "));
    }
  }

  @Test
  void refusesToStartWithAPlaceItDoesNotKnow() {
    assertStartFails(Map.of("keystile.reading.order", List.of("cookie")));
    assertStartFails(Map.of("keystile.reading.headers", List.of("X Key")));
  }

  private void assertStartFails(Map<String, Object> settings) {
    assertThrows(RuntimeException.class, () -> start(settings).close());
  }

  private TestServer start(Map<String, Object> settings) {
    return TestServer.start(WireShapes.SPEC, folder, settings);
  }

  private static String key(TestServer server) {
    return server.issue("reader").secret().exposeText();
  }

  /** The status and, of a refusal, the code; the handler is entered exactly on success. */
  private static String ask(TestServer server, String query, String... headers) {
    int before = Entered.count();
    var answer = server.get("/wire" + query, headers);
    boolean good = answer.statusCode() == 200;
    assertEquals(before + (good ? 1 : 0), Entered.count());
    return good
        ? "200"
        : answer.statusCode()
            + " "
            + answer.body().replaceFirst("(?s).*\"code\":\"([a-z_]+)\".*", "$1");
  }
}
