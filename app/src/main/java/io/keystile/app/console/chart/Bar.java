package io.keystile.app.console.chart;

import java.util.List;

/**
 * One bar, from the left to the right of its chart.
 *
 * @param x its left side
 * @param width how wide it is
 * @param title what it says, for those who point at it
 * @param parts its parts, from the bottom up; none when nothing happened
 */
public record Bar(int x, int width, String title, List<Part> parts) {

  /**
   * A part of a bar.
   *
   * @param y its upper side
   * @param height how high it is
   * @param kind which entry of the legend it belongs to
   */
  public record Part(int y, int height, int kind) {}

  public Bar {
    parts = List.copyOf(parts);
  }
}
