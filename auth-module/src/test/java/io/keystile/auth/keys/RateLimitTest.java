package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "100",
        "100/",
        "/1h",
        "100/h",
        "100/1w",
        "100/1H",
        "100 / 1h",
        "-1/1h",
        "+1/1h",
        "1.5/1h",
        "1e3/1h",
        "100/1h bursts",
        "100/1h burst -1",
        "100/1h  burst",
        "100/1h burst 1 2",
        "100/1h\nburst",
        "٣/1h",
        "100/1h;DROP"
      })
  void refusesWhatIsNotALimitAndSaysHowOneIsWritten(String text) {
    Throwable refusal = assertThrows(IllegalArgumentException.class, () -> RateLimit.parse(text));
    assertTrue(refusal.toString().contains("100/1h"), refusal.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0/1h",
        "1000000001/1h",
        "9999999999/1h",
        "1/0s",
        "1/367d",
        "1/31622401s",
        "1/9999999999d",
        "1/1h burst 0",
        "1/1h burst 1000000001"
      })
  void refusesNumbersOutOfRange(String text) {
    assertThrows(IllegalArgumentException.class, () -> RateLimit.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "100/1h, 100/1h",
    "' 100/1h ', 100/1h",
    "10/1s, 10/1s",
    "0010/01s, 10/1s",
    "100/60m, 100/1h",
    "100/90m, 100/90m",
    "1000/24h, 1000/1d",
    "1000000000/366d, 1000000000/366d",
    "100/1h burst, 100/1h burst",
    "100/1h burst 100, 100/1h burst",
    "100/1h burst 20, 100/1h burst 20",
    "1/1s burst 1000000000, 1/1s burst 1000000000"
  })
  void hasOneSpellingThatItReadsBack(String text, String canonical) {
    RateLimit limit = RateLimit.parse(text);
    assertEquals(canonical, limit.toString());
    assertEquals(limit, RateLimit.parse(canonical));
  }

  @Test
  void isAnIntervalUnlessItSaysBurst() {
    assertEquals(RateLimit.of(100, Duration.ofHours(1)), RateLimit.parse("100/1h"));
    assertEquals(
        RateLimit.bursting(100, Duration.ofHours(1), 20), RateLimit.parse("100/1h burst 20"));
    assertThrows(
        IllegalArgumentException.class, () -> new RateLimit(100, Duration.ofHours(1), false, 20));
  }

  @Test
  void countsWholeSeconds() {
    assertThrows(IllegalArgumentException.class, () -> RateLimit.of(1, Duration.ofMillis(1500)));
    assertThrows(IllegalArgumentException.class, () -> RateLimit.of(1, Duration.ofSeconds(-1)));
  }
}
