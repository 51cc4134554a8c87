package io.keystile.auth.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptsConfigurationTest {

  @ParameterizedTest
  @CsvSource({"-1, P1D", "1000001, P1D", "1, PT59S", "1, P367D", "1, -P1D"})
  void refusesWhatIsOutOfRange(int max, Duration maxAge) {
    assertThrows(IllegalArgumentException.class, () -> new ReceiptsConfiguration(max, maxAge));
  }

  @ParameterizedTest
  @CsvSource({"0, PT1M", "1000000, P366D"})
  void takesTheEndsOfTheRange(int max, Duration maxAge) {
    ReceiptsConfiguration configuration = new ReceiptsConfiguration(max, maxAge);
    assertEquals(max, configuration.max());
    assertEquals(maxAge, configuration.maxAge());
  }
}
