package io.keystile.bench.result;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of everything that is to be reached, as Markdown; it is read on a terminal as well. */
public final class Table {

  private Table() {}

  /** The table; what no suite measured says so. */
  public static String of(Map<String, SuiteResult> suites) {
    StringBuilder text = new StringBuilder();
    text.append(row("name", "what", "floor", "goal", "value", ""));
    text.append("|---|---|--:|--:|--:|---|%n".formatted());
    for (Target target : Targets.ALL) {
      Double value = find(suites.get(target.suite()), target.name());
      text.append(
          row(
              "`" + target.name() + "`",
              target.what(),
              target.better().sign() + " " + number(target.floor()),
              target.better().sign() + " " + number(target.goal()),
              value == null ? "" : number(value),
              value == null ? "not run" : target.verdict(value).toString()));
    }
    return text.toString();
  }

  /** Why suites have no figures, a line each. */
  public static String problems(Map<String, SuiteResult> suites) {
    StringBuilder text = new StringBuilder();
    suites.forEach(
        (name, result) -> {
          if (result.problem() != null) {
            text.append("- `%s`: %s%n".formatted(name, result.problem()));
          }
        });
    return text.toString();
  }

  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
  }

  private static @Nullable Double find(@Nullable SuiteResult result, String name) {
    return result == null ? null : result.figures().get(name);
  }

  private static String row(
      String name, String what, String floor, String goal, String value, String verdict) {
    return "| %-30s | %-41s | %8s | %8s | %9s | %-7s |%n"
        .formatted(name, what, floor, goal, value, verdict);
  }
}
