package io.keystile.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.app.cli.CommandException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {

  private static final Instant NOW = Instant.parse("2027-01-15T12:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0d", "-1d", "90", "90m", "90D", "100000d", "31.01.2027", "2027-02-30"})
  void refusesOtherForms(String text) {
    assertThrows(IllegalArgumentException.class, () -> Expiry.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-01-15", "1999-12-31"})
  void refusesWhatIsOver(String text) {
    assertThrows(CommandException.class, () -> Expiry.parse(text).from(NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "12h, 2027-01-16T00:00:00Z",
    "90d, 2027-04-15T12:00:00Z",
    "2w, 2027-01-29T12:00:00Z",
    "2027-01-31, 2027-01-31T00:00:00Z"
  })
  void findsTheMoment(String text, Instant expected) {
    assertEquals(expected, Expiry.parse(text).from(NOW));
  }

  @Test
  void knowsNever() {
    assertNull(Expiry.parse("never").from(NOW));
  }
}
