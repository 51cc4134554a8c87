package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessWindowTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mon",
        "Mon 08:00",
        "Mon 8:00-18:00",
        "Mon 08:00-25:00",
        "Mon 08:60-18:00",
        "24:00-08:00",
        "Mon 24:00-08:00",
        "Xyz 08:00-18:00",
        "Mon-Tue-Wed 08:00-18:00",
        "Mon,,Tue 08:00-18:00",
        "Mon 08:00-18:00 Atlantis/Center",
        "Mon 08:00-18:00 UTC extra"
      })
  void refusesWhatIsNoWindowAndShowsTheForm(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> AccessWindow.parse(text)).getMessage();
    assertEquals(
        "An access window reads like 'Mon-Fri 08:00-18:00 Europe/Berlin', not '" + text + "'",
        message);
  }

  @ParameterizedTest
  @CsvSource({
    "mon-fri 08:00-18:00 Europe/Berlin, Mon-Fri 08:00-18:00 Europe/Berlin",
    "'Sat,Sun 00:00-24:00', Sat-Sun 00:00-24:00 UTC",
    "daily 22:00-06:00 UTC, daily 22:00-06:00 UTC",
    "Fri-Mon 09:00-10:00 UTC, 'Mon,Fri-Sun 09:00-10:00 UTC'",
    "monday 09:00-10:00 UTC, Mon 09:00-10:00 UTC"
  })
  void keepsOneFormOfTheSameWindow(String text, String canonical) {
    assertEquals(canonical, AccessWindow.parse(text).toString().replace("'", ""));
    assertEquals(AccessWindow.parse(text), AccessWindow.parse(canonical));
  }

  // 2027-02-01 is a Monday.
  @ParameterizedTest
  @CsvSource({
    "Mon-Fri 08:00-18:00 UTC, 2027-02-01T07:59:59, false",
    "Mon-Fri 08:00-18:00 UTC, 2027-02-01T08:00:00, true",
    "Mon-Fri 08:00-18:00 UTC, 2027-02-01T17:59:59, true",
    "Mon-Fri 08:00-18:00 UTC, 2027-02-01T18:00:00, false",
    "Mon-Fri 08:00-18:00 UTC, 2027-02-06T12:00:00, false",
    "Mon 22:00-06:00 UTC, 2027-02-01T21:59:59, false",
    "Mon 22:00-06:00 UTC, 2027-02-01T23:00:00, true",
    "Mon 22:00-06:00 UTC, 2027-02-02T05:59:59, true",
    "Mon 22:00-06:00 UTC, 2027-02-02T06:00:00, false",
    "Mon 22:00-06:00 UTC, 2027-02-01T05:00:00, false",
    "Mon 08:00-08:00 UTC, 2027-02-02T07:59:59, true",
    "Sun 20:00-24:00 UTC, 2027-02-07T23:59:59, true",
    "Sun 20:00-24:00 UTC, 2027-02-08T00:00:00, false"
  })
  void opensAtItsStartAndClosesAtItsEnd(String window, LocalDateTime utc, boolean open) {
    assertEquals(
        open, AccessWindow.parse(window).contains(utc.atZone(ZoneId.of("UTC")).toInstant()));
  }

  @Test
  void movesWithTheClocksOfItsZone() {
    AccessWindow window = AccessWindow.parse("daily 08:00-09:00 Europe/Berlin");
    assertEquals(true, window.contains(utc("2027-03-27T07:30:00")), "winter time is UTC+1");
    assertEquals(false, window.contains(utc("2027-03-28T07:30:00")), "summer time is UTC+2");
    assertEquals(true, window.contains(utc("2027-03-28T06:30:00")), "summer time is UTC+2");
  }

  private static Instant utc(String text) {
    return LocalDateTime.parse(text).atZone(ZoneId.of("UTC")).toInstant();
  }
}
