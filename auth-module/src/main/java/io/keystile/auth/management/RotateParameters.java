package io.keystile.auth.management;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a key is to be rotated. */
@Introspected
record RotateParameters(
    HttpRequest<?> request,
    @Parameter(description = "The ETag of the version that is to be rotated; else 412.")
        @Header(HttpHeaders.IF_MATCH)
        @Nullable String ifMatch,
    @Parameter(
            description =
                "How long the old secret works on, as in 30m, 12h or 7d; left out, it ends at"
                    + " once.")
        @QueryValue
        @Nullable String overlap) {

  private static final Pattern SPAN = Pattern.compile("(0|[1-9][0-9]{0,4})([smhd])");

  /** What was sent. */
  record Given(Match match, Duration overlap) {}

  Given read() {
    Parameters parameters = new Parameters(request);
    Duration span = parameters.parsed("overlap", RotateParameters::span);
    parameters.end();
    return new Given(Match.of(request), Objects.requireNonNullElse(span, Duration.ZERO));
  }

  private static Duration span(String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw new IllegalArgumentException("This must be a span such as 30m, 12h or 7d.");
    }
    long count = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
