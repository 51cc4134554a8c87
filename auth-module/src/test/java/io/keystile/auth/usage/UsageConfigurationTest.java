package io.keystile.auth.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageConfigurationTest {

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT59M59S", "PT87840H0.001S", "-PT1H"})
  void refusesARetentionOutOfRange(String retention) {
    assertThrows(
        IllegalArgumentException.class, () -> new UsageConfiguration(Duration.parse(retention)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT87840H"})
  void takesTheEndsOfTheRange(String retention) {
    Duration span = Duration.parse(retention);
    assertEquals(span, new UsageConfiguration(span).retention());
  }
}
