package io.keystile.auth.keys;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text form of an {@link AccessWindow}. */
final class AccessWindowFormat {

  private static final Pattern FORM =
      Pattern.compile(
          "(?i)([a-z,-]+)\\s+([0-2]\\d:[0-5]\\d)\\s*-\\s*([0-2]\\d:[0-5]\\d)(?:\\s+(\\S+))?");
  private static final String DAILY = "daily";
  private static final String END_OF_DAY = "24:00";

  private AccessWindowFormat() {}

  static AccessWindow parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw wrong(text);
    }
    try {
      ZoneId zone = ZoneId.of(form.group(4) == null ? "UTC" : form.group(4));
      LocalTime to = form.group(3).equals(END_OF_DAY) ? LocalTime.MIDNIGHT : time(form.group(3));
      return new AccessWindow(days(form.group(1), text), time(form.group(2)), to, zone);
    } catch (DateTimeException e) {
      throw wrong(text);
    }
  }

  static String format(AccessWindow window) {
    String to = window.endsAtMidnight() ? END_OF_DAY : window.to().toString();
    return days(window.sortedDays()) + " " + window.from() + "-" + to + " " + window.zone();
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text);
  }

  private static Set<DayOfWeek> days(String list, String text) {
    if (list.equalsIgnoreCase(DAILY)) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : list.split(",", -1)) {
      String[] ends = part.split("-", -1);
      if (ends.length > 2) {
        throw wrong(text);
      }
      DayOfWeek last = day(ends[ends.length - 1], text);
      DayOfWeek day = day(ends[0], text);
      days.add(day);
      while (day != last) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return days;
  }

  private static DayOfWeek day(String name, String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (shortName(day).equalsIgnoreCase(name) || day.name().equalsIgnoreCase(name)) {
        return day;
      }
    }
    throw wrong(text);
  }

  private static String days(Set<DayOfWeek> days) {
    if (days.size() == DayOfWeek.values().length) {
      return DAILY;
    }
    List<String> runs = new ArrayList<>();
    for (DayOfWeek day : days) {
      boolean begins = day == DayOfWeek.MONDAY || !days.contains(day.minus(1));
      if (begins) {
        DayOfWeek last = day;
        while (last != DayOfWeek.SUNDAY && days.contains(last.plus(1))) {
          last = last.plus(1);
        }
        runs.add(day == last ? shortName(day) : shortName(day) + "-" + shortName(last));
      }
    }
    return String.join(",", runs);
  }

  private static String shortName(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "An access window reads like 'Mon-Fri 08:00-18:00 Europe/Berlin', not '" + text + "'");
  }
}
