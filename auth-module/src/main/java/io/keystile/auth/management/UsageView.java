package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.usage.UsageCalls;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
record UsageView(
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
  record Span(
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
}
