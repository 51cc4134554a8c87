package io.keystile.auth.keys;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many requests a key has for a day, a calendar month, or a period that begins with its first
 * use. Written {@code 1000/day}, {@code 10000/month Europe/Berlin} or {@code 10000/30d}.
 *
 * @param amount requests in a window, 1 to 1,000,000,000
 * @param period how long a window is
 * @param zone whose midnight a day or month begins at; UTC for a rolling period, which has none
 * @since 0.1
 */
public record Quota(long amount, QuotaPeriod period, ZoneId zone) {

  private static final Pattern TEXT =
      Pattern.compile("([0-9]{1,10})/(day|month|" + Spans.GRAMMAR + ")( (\\S+))?");

  /**
   * @throws IllegalArgumentException when a value is out of range; the message names it
   */
  public Quota {
    Spans.requireAmount("The amount of a quota", amount);
    zone = zone.normalized();
    if (period instanceof QuotaPeriod.Rolling && !zone.equals(ZoneOffset.UTC)) {
      throw new IllegalArgumentException("Only a quota of a day or month has a zone");
    }
  }

  /**
   * Reads {@code 1000/day}, {@code 10000/month} or {@code 10000/30d} (units {@code s}, {@code m},
   * {@code h}, {@code d}); behind a day or month may stand a zone, {@code 1000/day Europe/Berlin}.
   *
   * @throws IllegalArgumentException when it is none of these, or a number is out of range
   */
  public static Quota parse(String text) {
    Matcher quota = TEXT.matcher(text.strip());
    if (!quota.matches()) {
      throw new IllegalArgumentException(
          "A quota is an amount and day, month or a period, as in 1000/day, 10000/30d or"
              + " 10000/month Europe/Berlin: "
              + text);
    }
    return new Quota(Long.parseLong(quota.group(1)), period(quota.group(2)), zone(quota.group(4)));
  }

  /** The window that begins with, or holds, a first use at the instant. */
  public QuotaWindow windowAt(Instant firstUse) {
    return period.windowAt(firstUse, zone);
  }

  /** The one spelling of each quota, which {@link #parse} reads. */
  @Override
  public String toString() {
    String plain = amount + "/" + period.text();
    return zone.equals(ZoneOffset.UTC) ? plain : plain + " " + zone.getId();
  }

  private static QuotaPeriod period(String text) {
    return switch (text) {
      case "day" -> QuotaPeriod.Calendar.DAY;
      case "month" -> QuotaPeriod.Calendar.MONTH;
      default -> new QuotaPeriod.Rolling(Spans.parse(text));
    };
  }

  private static ZoneId zone(@Nullable String id) {
    try {
      return id == null ? ZoneOffset.UTC : ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Unknown time zone: " + id, e);
    }
  }
}
