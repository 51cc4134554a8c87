package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyLimitsTest {

  @Test
  void refusesTwoOfTheSamePeriodHoweverTheyAreWritten() {
    refuses(List.of("100/1h", "50/1h"), List.of());
    refuses(List.of("100/1h", "50/60m"), List.of());
    refuses(List.of("100/1h", "50/1h burst"), List.of());
    refuses(List.of(), List.of("100/day", "50/day Europe/Berlin"));
    refuses(List.of(), List.of("100/30d", "50/720h"));
  }

  @Test
  void refusesMoreThanEight() {
    refuses(IntStream.rangeClosed(1, 9).mapToObj(hours -> "1/" + hours + "h").toList(), List.of());
    refuses(List.of(), IntStream.rangeClosed(1, 9).mapToObj(days -> "1/" + days + "d").toList());
  }

  @Test
  void isLimitedOrUnlimitedButNotBoth() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new KeyLimits(List.of(RateLimit.parse("1/1h")), List.of(), true));
    assertNotEquals(KeyLimits.NONE, KeyLimits.UNLIMITED);
  }

  @Test
  void takesADayOnceAsAQuotaAndOnceAsALimit() {
    KeyLimits limits = KeyLimits.parse(List.of("100/1d", "10/1s"), List.of("90/day", "80/1d"));
    assertEquals("[100/1d, 10/1s]", limits.rateLimits().toString());
    assertEquals("[90/day, 80/1d]", limits.quotas().toString());
  }

  private static void refuses(List<String> rateLimits, List<String> quotas) {
    assertThrows(IllegalArgumentException.class, () -> KeyLimits.parse(rateLimits, quotas));
  }
}
