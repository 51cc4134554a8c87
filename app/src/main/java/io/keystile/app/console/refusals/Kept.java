package io.keystile.app.console.refusals;

import io.keystile.auth.receipt.ReceiptsConfiguration;
import java.time.Duration;
import java.util.Locale;

/**
 * How many receipts are kept, and how long.
 *
 * @param most how many; none when 0
 * @param age how long
 */
public record Kept(long most, Duration age) {

  static Kept of(ReceiptsConfiguration configuration) {
    return new Kept(configuration.max(), configuration.maxAge());
  }

  /** In words. */
  public String text() {
    return String.format(Locale.ROOT, "%s, at most %,d of them", ageInWords(), most);
  }

  private String ageInWords() {
    return isWhole(Duration.ofDays(1))
        ? count(age.toDays(), "day")
        : isWhole(Duration.ofHours(1)) ? count(age.toHours(), "hour") : count(minutes(), "minute");
  }

  private long minutes() {
    return Math.max(1, age.toMinutes());
  }

  private boolean isWhole(Duration unit) {
    return age.toMillis() % unit.toMillis() == 0;
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
