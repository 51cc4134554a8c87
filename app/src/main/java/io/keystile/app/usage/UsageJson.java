package io.keystile.app.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.app.keys.Table;
import io.keystile.auth.usage.UsageCalls;
import io.keystile.auth.usage.UsageDay;
import io.keystile.auth.usage.UsageHour;
import io.micronaut.serde.annotation.Serdeable;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of the calls of an hour or a day as JSON shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record UsageJson(
    String start, long accepted, Map<String, Long> refused, Map<String, Long> bySecret) {

  /** All of them. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(List<UsageJson> items, @Nullable String nextCursor) {

    String lines() {
      if (items.isEmpty()) {
        return "No calls.";
      }
      Table table = new Table();
      table.row("START", "ACCEPTED", "REFUSED", "REASONS");
      items.forEach(item -> item.addTo(table));
      return String.join("\n", table.lines());
    }
  }

  static Items ofHours(List<UsageHour> hours) {
    return items(hours.stream().map(hour -> of(hour.start().toString(), hour.calls())).toList());
  }

  static Items ofDays(List<UsageDay> days) {
    return items(
        days.stream()
            .map(
                day ->
                    of(day.day().atStartOfDay(ZoneOffset.UTC).toInstant().toString(), day.calls()))
            .toList());
  }

  private static Items items(List<UsageJson> items) {
    return new Items(items, null);
  }

  private static UsageJson of(String start, UsageCalls calls) {
    Map<String, Long> bySecret =
        calls.bySecret().entrySet().stream()
            .collect(Collectors.toMap(entry -> "" + entry.getKey(), Map.Entry::getValue));
    return new UsageJson(start, calls.accepted(), calls.refused(), bySecret);
  }

  private void addTo(Table table) {
    long sum = refused.values().stream().mapToLong(Long::longValue).sum();
    String reasons =
        refused.entrySet().stream()
            .map(reason -> reason.getKey() + " " + reason.getValue())
            .collect(Collectors.joining(", "));
    table.row(start, String.valueOf(accepted), String.valueOf(sum), reasons);
  }
}
