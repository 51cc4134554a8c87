package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.store.FlushConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsConfigurationTest {

  @TempDir Path folder;

  @Test
  void setsNoLimitUnlessTheOperatorDoes() {
    with(
        Map.of(),
        context -> {
          LimitsConfiguration configuration = context.getBean(LimitsConfiguration.class);
          assertEquals(1_000_000, configuration.maxTracked());
          assertEquals(KeyLimits.NONE, configuration.defaults());
          assertEquals(
              Duration.ofSeconds(5), context.getBean(FlushConfiguration.class).flushInterval());
        });
  }

  @Test
  void readsEverySetting() {
    Map<String, Object> settings =
        Map.of(
            "keystile.limits.max-tracked", "500",
            "keystile.limits.default", "10/1s, 100/1h burst 20",
            "keystile.limits.default-quotas", List.of("1000/day Europe/Berlin", "10000/30d"),
            "keystile.usage.flush-interval", "2s");
    with(
        settings,
        context -> {
          LimitsConfiguration configuration = context.getBean(LimitsConfiguration.class);
          assertEquals(500, configuration.maxTracked());
          assertEquals(
              KeyLimits.parse(
                  List.of("10/1s", "100/1h burst 20"),
                  List.of("1000/day Europe/Berlin", "10000/30d")),
              configuration.defaults());
          assertEquals(
              Duration.ofSeconds(2), context.getBean(FlushConfiguration.class).flushInterval());
        });
  }

  @Test
  void readsTheQuotasAloneFromTheEnvironment() {
    LimitsConfiguration configuration =
        fromEnvironment(Map.of("KEYSTILE_LIMITS_DEFAULT_QUOTAS", "1000/day"));
    assertEquals(KeyLimits.parse(List.of(), List.of("1000/day")), configuration.defaults());
  }

  @Test
  void readsBothFromTheEnvironment() {
    LimitsConfiguration configuration =
        fromEnvironment(
            Map.of(
                "KEYSTILE_LIMITS_DEFAULT", "100/1h,10/1s",
                "KEYSTILE_LIMITS_DEFAULT_QUOTAS", "1000/day",
                "KEYSTILE_LIMITS_MAX_TRACKED", "7"));
    assertEquals(
        KeyLimits.parse(List.of("100/1h", "10/1s"), List.of("1000/day")), configuration.defaults());
    assertEquals(7, configuration.maxTracked());
  }

  @ParameterizedTest
  @CsvSource({
    "keystile.limits.default, 100 per hour",
    "keystile.limits.default, '100/1h,50/1h'",
    "keystile.limits.default-quotas, 1000/fortnight",
    "keystile.limits.max-tracked, 0",
    "keystile.usage.flush-interval, 0s",
    "keystile.usage.flush-interval, 2h"
  })
  void aValueThatCannotBeStopsTheStart(String key, String value) {
    assertThrows(
        RuntimeException.class,
        () -> with(Map.of(key, value), context -> context.getBean(Limits.class)));
  }

  private void with(Map<String, Object> settings, Consumer<ApplicationContext> test) {
    try (ApplicationContext context =
        ApplicationContext.builder()
            .properties(Map.of("keystile.db", folder.resolve("keys.db").toString()))
            .properties(settings)
            .start()) {
      test.accept(context);
    }
  }

  /** As the environment spells it. */
  private LimitsConfiguration fromEnvironment(Map<String, Object> variables) {
    PropertySource source =
        new MapPropertySource("env", variables) {
          @Override
          public PropertyConvention getConvention() {
            return PropertyConvention.ENVIRONMENT_VARIABLE;
          }
        };
    try (ApplicationContext context =
        ApplicationContext.builder()
            .properties(Map.of("keystile.db", folder.resolve("keys.db").toString()))
            .propertySources(source)
            .start()) {
      return context.getBean(LimitsConfiguration.class);
    }
  }
}
