package io.keystile.app.usage;

import static java.util.stream.Collectors.joining;

import io.keystile.app.keys.Table;
import io.keystile.auth.management.UsageView;

/** What became of calls, as people read it. */
final class UsageLines {

  private UsageLines() {}

  static String of(UsageView usage) {
    if (usage.items().isEmpty()) {
      return "No calls.";
    }
    Table table = new Table();
    table.row("START", "ACCEPTED", "REFUSED", "REASONS");
    usage.items().forEach(span -> add(table, span));
    return String.join("\n", table.lines());
  }

  private static void add(Table table, UsageView.Span span) {
    long sum = span.refused().values().stream().mapToLong(Long::longValue).sum();
    String reasons =
        span.refused().entrySet().stream()
            .map(reason -> reason.getKey() + " " + reason.getValue())
            .collect(joining(", "));
    table.row(span.start(), String.valueOf(span.accepted()), String.valueOf(sum), reasons);
  }
}
