package io.keystile.bridge.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamConfigurationTest {

  private static final String URL = "http://127.0.0.1:9000/v1";

  @Test
  void isAbsentWithTheEchoBackend() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertFalse(context.containsBean(UpstreamConfiguration.class));
    }
  }

  @Test
  void defaults() {
    try (ApplicationContext context = ApplicationContext.run(settings(Map.of()))) {
      assertEquals(
          new UpstreamConfiguration(
              URL,
              Duration.ofSeconds(5),
              Duration.ofMinutes(4),
              Duration.ofMinutes(2),
              Duration.ofSeconds(4)),
          context.getBean(UpstreamConfiguration.class));
    }
  }

  @Test
  void mappings() {
    Map<String, Object> settings =
        settings(
            Map.of(
                "connect-timeout", "1s",
                "first-byte-timeout", "PT2S",
                "idle-timeout", "3s",
                "keep-alive", "500ms"));
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      assertEquals(
          new UpstreamConfiguration(
              URL,
              Duration.ofSeconds(1),
              Duration.ofSeconds(2),
              Duration.ofSeconds(3),
              Duration.ofMillis(500)),
          context.getBean(UpstreamConfiguration.class));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "connect-timeout, 0s",
    "first-byte-timeout, -1s",
    "idle-timeout, PT0S",
    "keep-alive, 0ms"
  })
  void timesMustBeLongerThanZero(String key, String value) {
    assertStartFails(
        settings(Map.of(key, value)),
        "keystile.bridge.upstream." + key + " must be longer than zero");
  }

  @Test
  void theServerMustNotHangUpBeforeATimeout() {
    assertStartFails(
        settings(Map.of("first-byte-timeout", "6m")),
        "keystile.bridge.upstream.first-byte-timeout must be shorter than"
            + " micronaut.server.idle-timeout");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:9000",
        "ftp://host/v1",
        "http:///v1",
        "http://user:MARK@host/v1",
        "http://host/v1?key=MARK",
        "http://host/v1#MARK",
        "http://ho st/MARK",
        "file:///etc/passwd"
      })
  void theUrlMustBeUsable(@Nullable String url) {
    Map<String, Object> settings = settings(Map.of());
    settings.remove("keystile.bridge.upstream.url");
    if (url != null) {
      settings.put("keystile.bridge.upstream.url", url);
    }
    String message =
        assertStartFails(settings, "keystile.bridge.upstream.url must be an http or https URL");
    assertFalse(message.contains("MARK"), message);
  }

  static Map<String, Object> settings(Map<String, String> upstream) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("keystile.bridge.backend", "upstream");
    settings.put("keystile.bridge.upstream.url", URL);
    upstream.forEach((key, value) -> settings.put("keystile.bridge.upstream." + key, value));
    return settings;
  }

  static String assertStartFails(Map<String, Object> settings, String message) {
    Exception failure =
        assertThrows(Exception.class, () -> ApplicationContext.run(settings).close());
    assertTrue(String.valueOf(failure.getMessage()).contains(message), failure.toString());
    return failure.toString();
  }
}
