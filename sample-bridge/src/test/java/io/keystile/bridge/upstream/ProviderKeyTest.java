package io.keystile.bridge.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.CommandLinePropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.core.cli.CommandLine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderKeyTest {

  private static final String KEY = "sk-MARK-0123456789";

  @ParameterizedTest
  @ValueSource(strings = {"key-in-properties", "key-in-camel-case"})
  void aKeyInAFileStopsTheStart(String environment) {
    Exception failure =
        assertThrows(
            Exception.class, () -> ApplicationContext.builder(environment).start().close());
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("application-" + environment + ".properties"), message);
    assertTrue(message.contains("KEYSTILE_BRIDGE_UPSTREAM_API_KEY"), message);
    assertFalse(message.contains("MARK"), message);
  }

  @Test
  void aKeyOnTheCommandLineStopsTheStart() {
    PropertySource arguments =
        new CommandLinePropertySource(
            CommandLine.parse("--keystile.bridge.upstream.api-key=" + KEY));
    Exception failure =
        assertThrows(
            Exception.class,
            () -> ApplicationContext.builder().propertySources(arguments).start().close());
    assertFalse(String.valueOf(failure.getMessage()).contains("MARK"));
  }

  @Test
  void comesFromTheEnvironment() {
    PropertySource variables =
        PropertySource.of(
            "variables",
            Map.of("KEYSTILE_BRIDGE_UPSTREAM_API_KEY", " " + KEY + "\n"),
            PropertyConvention.ENVIRONMENT_VARIABLE,
            Origin.of("test"));
    assertKey(ApplicationContext.builder().propertySources(variables));
  }

  @Test
  void comesFromASystemProperty() {
    System.setProperty(ProviderKeyFactory.PROPERTY, KEY);
    try {
      assertKey(ApplicationContext.builder());
    } finally {
      System.clearProperty(ProviderKeyFactory.PROPERTY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MARK\r\nX: y", "MARK MARK", "MARK\u00e9"})
  void anUnusableKeyStopsTheStart(String key) {
    Exception failure =
        assertThrows(
            Exception.class,
            () -> ApplicationContext.run(Map.of(ProviderKeyFactory.PROPERTY, key)).close());
    assertTrue(String.valueOf(failure.getMessage()).contains("is not usable"));
    assertFalse(String.valueOf(failure.getMessage()).contains("MARK"));
  }

  @Test
  void doesNotShowItself() {
    assertFalse(ProviderKey.of(KEY).toString().contains("MARK"));
  }

  @Test
  void aShortKeyIsNotLookedForInAnswers() {
    assertNull(ProviderKey.of("ollama").secret());
  }

  private static void assertKey(ApplicationContextBuilder builder) {
    try (ApplicationContext context = builder.start()) {
      assertEquals("Bearer " + KEY, context.getBean(ProviderKey.class).authorization());
    }
  }
}
