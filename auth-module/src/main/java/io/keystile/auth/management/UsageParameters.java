package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.management.input.Node;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose use, and when. */
@Introspected
record UsageParameters(
    HttpRequest<?> request,
    @Parameter(description = "Calls with this key; left out, all calls.") @QueryValue
        @Nullable String keyId,
    @Parameter(description = "From when on; left out, a day before the end, or 30 by days.")
        @Schema(format = "date-time")
        @QueryValue
        @Nullable String from,
    @Parameter(description = "Until when; left out, now.") @Schema(format = "date-time") @QueryValue
        @Nullable String to,
    @Parameter(description = "Whether hours are told apart, or days in UTC.")
        @Schema(
            type = "string",
            allowableValues = {"hour", "day"},
            defaultValue = "hour")
        @QueryValue
        @Nullable String by) {

  private static final Duration MAX_HOURS = Duration.ofDays(31);
  private static final Duration MAX_DAYS = Duration.ofDays(1100);

  /** What was asked for. */
  record Wanted(@Nullable ApiKeyId key, Instant from, Instant to, boolean daily) {}

  Wanted read(Instant now) {
    Parameters parameters = new Parameters(request);
    ApiKeyId key = parameters.parsed("keyId", ApiKeyId::new);
    Boolean day = parameters.parsed("by", UsageParameters::daily);
    boolean daily = day != null && day;
    Instant end = Objects.requireNonNullElse(parameters.parsed("to", Node::readInstant), now);
    Instant start = parameters.parsed("from", Node::readInstant);
    Instant first = start == null ? end.minus(Duration.ofDays(daily ? 30 : 1)) : start;
    Duration most = daily ? MAX_DAYS : MAX_HOURS;
    if (!first.isBefore(end) || Duration.between(first, end).compareTo(most) > 0) {
      parameters.fault(
          "from",
          "This must be earlier than to, by at most "
              + most.toDays()
              + (daily ? " days." : " days; ask by=day for longer spans."));
    }
    parameters.end();
    return new Wanted(key, first, end, daily);
  }

  private static Boolean daily(String text) {
    return switch (text) {
      case "hour" -> false;
      case "day" -> true;
      default -> throw new IllegalArgumentException("This must be hour or day.");
    };
  }
}
