package io.keystile.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.app.serve.ServeConfiguration.Bootstrap;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeConfigurationTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "keystile.port, 65536",
    "keystile.port, -1",
    "keystile.port, many",
    "keystile.bootstrap, creat",
    "keystile.request-head-timeout, soon",
    "keystile.request-head-timeout, 0s",
    "keystile.request-head-timeout, 6m",
    "keystile.access-log, perhaps"
  })
  void refusesWhatItCannotBe(String key, String value) {
    assertThrows(BeanContextException.class, () -> configuration(Map.of(key, value)));
  }

  @Test
  void hasDefaults() {
    assertEquals(
        new ServeConfiguration("127.0.0.1", 8080, Bootstrap.CREATE, Duration.ofSeconds(10), false),
        configuration(Map.of()));
  }

  @Test
  void isSet() {
    assertEquals(
        new ServeConfiguration("::1", 1, Bootstrap.FAIL, Duration.ofMinutes(1), true),
        configuration(
            Map.of(
                "keystile.host", "::1",
                "keystile.port", "1",
                "keystile.bootstrap", "fail",
                "keystile.request-head-timeout", "1m",
                "keystile.access-log", "true")));
  }

  private ServeConfiguration configuration(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("keystile.db", folder.resolve("keys.db").toString());
    try (ApplicationContext context =
        ApplicationContext.builder().deduceEnvironment(false).properties(all).start()) {
      return context.getBean(ServeConfiguration.class);
    }
  }
}
