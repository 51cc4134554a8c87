package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.usage.UsageCalls;
import io.keystile.auth.usage.UsageDay;
import io.keystile.auth.usage.UsageHour;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of calls over a time. Where nothing happened there is no item.
 *
 * @param from the first instant that counts
 * @param to the first that no longer counts
 * @param items hours or days, the oldest first
 * @param nextCursor always null: they come on one page
 */
@Serdeable
@Schema(name = "Usage")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UsageView(
    @Schema(format = "date-time") String from,
    @Schema(format = "date-time") String to,
    List<Span> items,
    @Nullable String nextCursor) {

  /**
   * What became of the calls of an hour or a day.
   *
   * @param start when it begins
   * @param accepted how many were accepted
   * @param refused how many were refused, by the code of the reason
   * @param bySecret the accepted ones by the secret: a key's first is 1, each rotation makes the
   *     next
   */
  @Serdeable
  @Schema(name = "UsageSpan")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Span(
      @Schema(format = "date-time") String start,
      long accepted,
      Map<String, Long> refused,
      Map<String, Long> bySecret) {

    static Span of(Instant start, UsageCalls calls) {
      Map<String, Long> secrets = new TreeMap<>();
      calls.bySecret().forEach((secret, count) -> secrets.put(secret.toString(), count));
      return new Span(start.toString(), calls.accepted(), calls.refused(), secrets);
    }
  }

  /**
   * The hours between two instants.
   *
   * @param from the first instant that counts
   * @param to the first that no longer counts
   */
  public static UsageView ofHours(Instant from, Instant to, List<UsageHour> hours) {
    return of(from, to, hours.stream().map(hour -> Span.of(hour.start(), hour.calls())));
  }

  /** The same of days, which are those of UTC. */
  public static UsageView ofDays(Instant from, Instant to, List<UsageDay> days) {
    return of(
        from,
        to,
        days.stream()
            .map(day -> Span.of(day.day().atStartOfDay(ZoneOffset.UTC).toInstant(), day.calls())));
  }

  private static UsageView of(Instant from, Instant to, Stream<Span> spans) {
    return new UsageView(from.toString(), to.toString(), spans.toList(), null);
  }
}
