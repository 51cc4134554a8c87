package io.keystile.auth.keys;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours of the week in which a key may be used, for instance {@code Mon-Fri 08:00-18:00
 * Europe/Berlin}. The start counts, the end does not. A window whose end is not after its start
 * runs over midnight into the next day; one that ends at {@code 24:00} runs to the end of the day.
 * Local time counts: where clocks are set, the window moves with them.
 *
 * @param days the days on which the window opens; never empty
 * @param from the local time at which it opens
 * @param to the local time at which it closes; midnight closes at the end of the day
 * @param zone whose local time it is
 * @since 0.1
 */
public record AccessWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

  private static final long DAY = 86_400;
  private static final long NANOS = 1_000_000_000;
  // The day that the epoch begins with, counted from Monday.
  private static final int THURSDAY = 3;

  /**
   * Copies the days.
   *
   * @throws IllegalArgumentException when there is no day
   */
  public AccessWindow {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("An access window needs at least one day");
    }
    days = Set.copyOf(days);
  }

  /**
   * Reads a window: days ({@code Mon-Fri}, {@code Sat,Sun}, {@code daily}), hours, and a zone; UTC
   * when none is named.
   *
   * @throws IllegalArgumentException when the text is none; the message shows the form
   */
  public static AccessWindow parse(String text) {
    return AccessWindowFormat.parse(text);
  }

  /** Whether the window is open at the instant. */
  public boolean contains(Instant instant) {
    // Reckoned by hand: dates and times with a zone would be garbage of every call.
    long local = instant.getEpochSecond() + zone.getRules().getOffset(instant).getTotalSeconds();
    DayOfWeek day = DayOfWeek.of(Math.floorMod(Math.floorDiv(local, DAY) + THURSDAY, 7) + 1);
    long time = Math.floorMod(local, DAY) * NANOS + instant.getNano();
    boolean begun = time >= from.toNanoOfDay();
    boolean over = !endsAtMidnight() && time >= to.toNanoOfDay();
    if (endsAtMidnight() || from.isBefore(to)) {
      return days.contains(day) && begun && !over;
    }
    return (days.contains(day) && begun) || (days.contains(day.minus(1)) && !over);
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return AccessWindowFormat.format(this);
  }

  Set<DayOfWeek> sortedDays() {
    return EnumSet.copyOf(days);
  }

  boolean endsAtMidnight() {
    return to.equals(LocalTime.MIDNIGHT);
  }
}
