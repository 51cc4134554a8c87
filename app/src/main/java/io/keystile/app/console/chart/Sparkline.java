package io.keystile.app.console.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line without axes, {@value #WIDTH} by {@value #HEIGHT} units, that shows how a count went.
 *
 * @param path the line, as the {@code d} of an SVG path
 * @param area what is below it, as another
 * @param total the sum of the values
 * @param label the same in words, for those who do not see it
 */
public record Sparkline(String path, String area, long total, String label) {

  /** Units from left to right. */
  public static final int WIDTH = 96;

  /** Units from top to bottom. */
  public static final int HEIGHT = 24;

  private static final int MARGIN = 2;

  /**
   * Of so many values, the oldest first, one for each day; the last is today.
   *
   * @throws IllegalArgumentException when there are fewer than two
   */
  public static Sparkline ofDays(List<Long> values) {
    if (values.size() < 2) {
      throw new IllegalArgumentException("A line needs two points");
    }
    long greatest = values.stream().mapToLong(Long::longValue).max().orElse(0);
    long total = values.stream().mapToLong(Long::longValue).sum();
    List<String> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      double x = (double) i * WIDTH / (values.size() - 1);
      points.add(number(x) + " " + number(y(values.get(i), greatest)));
    }
    String path = "M" + String.join("L", points);
    return new Sparkline(
        path,
        path + "L" + WIDTH + " " + HEIGHT + "L0 " + HEIGHT + "Z",
        total,
        String.format(
            Locale.ROOT,
            "%,d in %d days, at most %,d a day, %,d today",
            total,
            values.size(),
            greatest,
            values.get(values.size() - 1)));
  }

  private static double y(long value, long greatest) {
    int room = HEIGHT - 2 * MARGIN;
    return HEIGHT - MARGIN - (greatest == 0 ? 0 : (double) value * room / greatest);
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
