package io.keystile.app.console.chart;

import io.keystile.auth.usage.UsageCalls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Calls over time as bars: accepted at the bottom, above them the refused ones by reason.
 *
 * @param first when the first bar is, as people read it
 * @param last when the last one is
 * @param bars one for each span of time, the oldest first
 * @param legend what the kinds of parts mean, in the order of {@link Bar.Part#kind}
 * @param greatest the most calls of one bar
 * @param unit what a bar is: an hour or a day
 */
public record CallChart(
    String first, String last, List<Bar> bars, List<Entry> legend, long greatest, String unit) {

  /** Units from left to right. */
  public static final int WIDTH = 720;

  /** Units from top to bottom. */
  public static final int HEIGHT = 140;

  /** So many reasons have a colour of their own; the rest share one. */
  private static final int REASONS = 4;

  private static final String ACCEPTED = "accepted";
  private static final String OTHERS = "other reasons";

  /**
   * A kind of calls.
   *
   * @param name {@code accepted}, or the code of a reason
   * @param total how many there were in all
   */
  public record Entry(String name, long total) {}

  /**
   * What became of the calls of one span.
   *
   * @param name when it was, as people read it
   * @param calls what became of them
   */
  public record Span(String name, UsageCalls calls) {

    long sum() {
      return calls.accepted() + calls.refusedInAll();
    }
  }

  public CallChart {
    bars = List.copyOf(bars);
    legend = List.copyOf(legend);
  }

  /**
   * Of at least one span.
   *
   * @param unit {@code hour} or {@code day}
   */
  public static CallChart of(List<Span> spans, String unit) {
    List<String> reasons = reasons(spans);
    long greatest = spans.stream().mapToLong(Span::sum).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      int x = i * WIDTH / spans.size();
      int width = Math.max(1, (i + 1) * WIDTH / spans.size() - x - 2);
      bars.add(new Bar(x, width, title(spans.get(i)), parts(spans.get(i), reasons, greatest)));
    }
    return new CallChart(
        spans.get(0).name(),
        spans.get(spans.size() - 1).name(),
        bars,
        legend(spans, reasons),
        greatest,
        unit);
  }

  /** How many calls were accepted in all. */
  public long accepted() {
    return legend.get(0).total();
  }

  /** How many were refused in all, whatever the reason. */
  public long refused() {
    return legend.stream().skip(1).mapToLong(Entry::total).sum();
  }

  /** Whether there were no calls at all. */
  public boolean isEmpty() {
    return greatest == 0;
  }

  /** What the chart shows, in words. */
  public String label() {
    return legend.stream()
        .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.total(), entry.name()))
        .collect(Collectors.joining(", ", "Calls per " + unit + ": ", ""));
  }

  private static List<String> reasons(List<Span> spans) {
    Map<String, Long> totals = new TreeMap<>();
    spans.forEach(
        span -> span.calls().refused().forEach((code, n) -> totals.merge(code, n, Long::sum)));
    return totals.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(REASONS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Long> counts(UsageCalls calls, List<String> reasons) {
    List<Long> counts = new ArrayList<>(List.of(calls.accepted()));
    long rest = calls.refusedInAll();
    for (String reason : reasons) {
      long count = calls.refused().getOrDefault(reason, 0L);
      counts.add(count);
      rest -= count;
    }
    counts.add(rest);
    return counts;
  }

  private static List<Entry> legend(List<Span> spans, List<String> reasons) {
    List<String> names = new ArrayList<>(List.of(ACCEPTED));
    names.addAll(reasons);
    names.add(OTHERS);
    List<Entry> legend = new ArrayList<>();
    for (int kind = 0; kind < names.size(); kind++) {
      int index = kind;
      long total = spans.stream().mapToLong(s -> counts(s.calls(), reasons).get(index)).sum();
      if (total > 0 || kind == 0) {
        legend.add(new Entry(names.get(kind), total));
      }
    }
    return legend;
  }

  private static List<Bar.Part> parts(Span span, List<String> reasons, long greatest) {
    List<Bar.Part> parts = new ArrayList<>();
    long below = 0;
    List<Long> counts = counts(span.calls(), reasons);
    for (int kind = 0; kind < counts.size(); kind++) {
      long count = counts.get(kind);
      if (count > 0) {
        int bottom = HEIGHT - (int) (below * HEIGHT / greatest);
        int top = Math.min(bottom - 1, HEIGHT - (int) ((below + count) * HEIGHT / greatest));
        parts.add(new Bar.Part(Math.max(0, top), bottom - Math.max(0, top), kind));
        below += count;
      }
    }
    return parts;
  }

  private static String title(Span span) {
    StringBuilder title = new StringBuilder(span.name());
    title.append(String.format(Locale.ROOT, ": %,d accepted", span.calls().accepted()));
    span.calls()
        .refused()
        .forEach((code, n) -> title.append(String.format(Locale.ROOT, ", %,d %s", n, code)));
    return title.toString();
  }
}
