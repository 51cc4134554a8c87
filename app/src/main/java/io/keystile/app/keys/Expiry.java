package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a key ends: {@code 12h}, {@code 90d}, {@code 4w}, a date (its first moment in UTC), or
 * {@code never}.
 */
record Expiry(@Nullable Duration after, @Nullable Instant at) {

  static final Expiry NEVER = new Expiry(null, null);

  private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,4})([hdw])");

  /**
   * @throws IllegalArgumentException when the text is none of the forms
   */
  static Expiry parse(String text) {
    if (text.equals("never")) {
      return NEVER;
    }
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      return new Expiry(span(Long.parseLong(span.group(1)), span.group(2)), null);
    }
    try {
      return new Expiry(null, LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "use a span (12h, 90d, 4w), a date (2027-01-31) or never", e);
    }
  }

  /**
   * The moment itself, or null for never.
   *
   * @throws CommandException when it is over already
   */
  @Nullable Instant from(Instant now) {
    Instant end = at(now);
    if (end != null && !end.isAfter(now)) {
      throw new CommandException(ExitCode.USAGE, "--expires: " + end + " is in the past.");
    }
    return end;
  }

  /** The moment itself, over or not, or null for none. */
  @Nullable Instant at(Instant now) {
    return after == null ? at : now.plus(after);
  }

  private static Duration span(long count, String unit) {
    return switch (unit) {
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> Duration.ofDays(Math.multiplyExact(count, 7));
    };
  }
}
