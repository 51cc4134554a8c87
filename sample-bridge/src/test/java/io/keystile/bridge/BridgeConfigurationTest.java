package io.keystile.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgeConfigurationTest {

  @Test
  void defaults() {
    try (ApplicationContext context = ApplicationContext.run()) {
      BridgeConfiguration configuration = context.getBean(BridgeConfiguration.class);
      assertEquals("echo", configuration.backend());
      assertEquals(List.of("echo"), configuration.models());
      assertNull(configuration.maxBody());
    }
  }

  @Test
  void mappings() {
    try (ApplicationContext context =
        ApplicationContext.run(
            Map.of(
                "keystile.bridge.backend", "echo",
                "keystile.bridge.models", "one,two",
                "keystile.bridge.max-body", "1MB"))) {
      BridgeConfiguration configuration = context.getBean(BridgeConfiguration.class);
      assertEquals(List.of("one", "two"), configuration.models());
      assertEquals(1048576L, configuration.maxBody());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          keystile.bridge.backend  | other | keystile.bridge.backend must be echo or upstream
          keystile.bridge.models   | a,a   | keystile.bridge.models must name at least one model
          keystile.bridge.max-body | 0     | keystile.bridge.max-body must be larger than zero
          keystile.bridge.max-body | 11MB  | must not be larger than micronaut.server.max-request-size
          """)
  void wrongValuesStopTheStart(String key, String value, String message) {
    Exception failure =
        assertThrows(Exception.class, () -> ApplicationContext.run(Map.of(key, value)).close());
    assertTrue(String.valueOf(failure.getMessage()).contains(message), failure.toString());
  }
}
