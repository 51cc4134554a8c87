package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1000",
        "1000/",
        "1000/week",
        "1000/Day",
        "1000/days",
        "day",
        "1000/day Mars/Base",
        "1000/day Europe/Berlin x",
        "1000/day  UTC",
        "0/day",
        "1000000001/day",
        "1000/0d",
        "1000/367d",
        "1000/30d Europe/Berlin",
        "-5/month",
        "1000/1w"
      })
  void refusesWhatIsNotAQuota(String text) {
    assertThrows(IllegalArgumentException.class, () -> Quota.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "1000/day, 1000/day",
    "' 1000/day UTC ', 1000/day",
    "1000/day Etc/UTC, 1000/day",
    "1000/day Z, 1000/day",
    "1000/day Europe/Berlin, 1000/day Europe/Berlin",
    "1000/month +05:30, 1000/month +05:30",
    "10000/30d, 10000/30d",
    "10000/720h, 10000/30d",
    "10000/30d UTC, 10000/30d"
  })
  void hasOneSpellingThatItReadsBack(String text, String canonical) {
    Quota quota = Quota.parse(text);
    assertEquals(canonical, quota.toString());
    assertEquals(quota, Quota.parse(canonical));
  }

  @ParameterizedTest
  @CsvSource({
    // Plain days, and the last instant of one.
    "day, 2027-01-31T09:00:00Z, 2027-01-31T00:00:00Z, 2027-02-01T00:00:00Z",
    "day, 2027-01-31T23:59:59.999Z, 2027-01-31T00:00:00Z, 2027-02-01T00:00:00Z",
    "day, 2027-02-01T00:00:00Z, 2027-02-01T00:00:00Z, 2027-02-02T00:00:00Z",
    // A zone ahead of UTC: it is already tomorrow there.
    "day Europe/Berlin, 2027-01-31T23:30:00Z, 2027-01-31T23:00:00Z, 2027-02-01T23:00:00Z",
    // 23 and 25 hours.
    "day Europe/Berlin, 2027-03-28T12:00:00Z, 2027-03-27T23:00:00Z, 2027-03-28T22:00:00Z",
    "day Europe/Berlin, 2027-10-31T12:00:00Z, 2027-10-30T22:00:00Z, 2027-10-31T23:00:00Z",
    // Midnight does not exist: the day begins at one o'clock.
    "day America/Santiago, 2026-09-06T12:00:00Z, 2026-09-06T04:00:00Z, 2026-09-07T03:00:00Z",
    // Midnight comes twice: the first one counts.
    "day America/Havana, 2026-11-01T04:30:00Z, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
    "day America/Havana, 2026-11-01T05:30:00Z, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
    // A whole day that was left out.
    "day Pacific/Apia, 2011-12-29T12:00:00Z, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z",
    "day Pacific/Apia, 2011-12-30T12:00:00Z, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z",
    // Months of 28, 29, 30 and 31 days, over the end of a year, and in zones.
    "month, 2027-02-28T23:59:59Z, 2027-02-01T00:00:00Z, 2027-03-01T00:00:00Z",
    "month, 2028-02-29T12:00:00Z, 2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z",
    "month, 2027-04-30T12:00:00Z, 2027-04-01T00:00:00Z, 2027-05-01T00:00:00Z",
    "month, 2027-12-31T23:59:59Z, 2027-12-01T00:00:00Z, 2028-01-01T00:00:00Z",
    "month Europe/Berlin, 2027-03-31T22:30:00Z, 2027-03-31T22:00:00Z, 2027-04-30T22:00:00Z",
    "month Europe/Berlin, 2027-03-15T12:00:00Z, 2027-02-28T23:00:00Z, 2027-03-31T22:00:00Z",
    // A rolling period begins with the use, and clocks put forward do not matter to it.
    "30d, 2027-03-15T12:34:56.789Z, 2027-03-15T12:34:56.789Z, 2027-04-14T12:34:56.789Z"
  })
  void hasTheWindowOfTheCalendar(String period, String use, String start, String end) {
    QuotaWindow window = Quota.parse("5/" + period).windowAt(Instant.parse(use));
    assertEquals(new QuotaWindow(Instant.parse(start), Instant.parse(end)), window);
  }
}
