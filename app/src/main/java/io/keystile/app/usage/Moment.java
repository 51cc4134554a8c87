package io.keystile.app.usage;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A point in time: {@code 24h} or {@code 7d} ago, a date (its first moment in UTC), or an instant.
 */
record Moment(@Nullable Duration ago, @Nullable Instant at) {

  private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,4})([hd])");

  Instant from(Instant now) {
    return at == null ? now.minus(ago == null ? Duration.ZERO : ago) : at;
  }

  /** Reads one. */
  static final class Converter implements ITypeConverter<Moment> {

    @Override
    public Moment convert(String text) {
      Matcher span = SPAN.matcher(text);
      if (span.matches()) {
        long count = Long.parseLong(span.group(1));
        return new Moment(
            span.group(2).equals("h") ? Duration.ofHours(count) : Duration.ofDays(count), null);
      }
      try {
        return new Moment(
            null,
            text.contains("T")
                ? Instant.parse(text)
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "use a span back from now (24h, 7d), a date (2027-01-31) or an instant"
                + " (2027-01-31T09:00:00Z)");
      }
    }
  }
}
