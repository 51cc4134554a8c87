package io.keystile.auth.verify;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * What can be set for a key, as plain numbers and words. The extremes of {@code long} mean open,
 * and no owner is the empty text.
 */
record PlainRules(
    String owner,
    Set<String> grants,
    long from,
    long to,
    List<Window> windows,
    List<Network> allow,
    List<Network> deny,
    List<Rate> rates,
    List<Quota> quotas) {

  /** A caller: one of 16 addresses of either family. */
  record Address(boolean v4, int host) {

    String text() {
      return v4 ? "10.0.0." + host : "2001:db8::" + Integer.toHexString(host);
    }

    String mappedText() {
      return v4 ? "::ffff:" + text() : text();
    }
  }

  /** A network of up to 8 of them. */
  record Network(boolean v4, int base, int hostBits, boolean enabled, boolean mapped) {

    boolean contains(Address address) {
      return v4 == address.v4() && address.host() >> hostBits == base >> hostBits;
    }

    String text() {
      Address first = new Address(v4, base);
      String text = mapped ? first.mappedText() : first.text();
      int width = text.contains(":") ? 128 : 32;
      return hostBits == 0 ? text : text + "/" + (width - hostBits);
    }
  }

  /** Minutes of the day; the end may be 1440, or lie before the start. */
  record Window(Set<DayOfWeek> days, int from, int to, String zone) {

    boolean isOpen(long now) {
      ZonedDateTime local = Instant.ofEpochMilli(now).atZone(ZoneId.of(zone));
      int minute = local.getHour() * 60 + local.getMinute();
      if (from < to) {
        return days.contains(local.getDayOfWeek()) && from <= minute && minute < to;
      }
      DayOfWeek yesterday = DayOfWeek.of(1 + (local.getDayOfWeek().getValue() + 5) % 7);
      return (days.contains(local.getDayOfWeek()) && from <= minute)
          || (days.contains(yesterday) && minute < to);
    }

    String text() {
      String names =
          String.join(",", days.stream().map(day -> day.name().substring(0, 3)).toList());
      return names + " " + time(from) + "-" + time(to) + " " + zone;
    }

    private static String time(int minute) {
      return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
  }

  /** So many in each period. */
  record Rate(int amount, int seconds) {

    String text() {
      return amount + "/" + seconds + "s";
    }
  }

  /** So many in a day or month of a zone, or in 90 seconds. */
  record Quota(int amount, String period, String zone) {

    String text() {
      return amount + "/" + period + (zone.equals("UTC") ? "" : " " + zone);
    }

    long windowEnd(long firstUse) {
      ZonedDateTime day =
          Instant.ofEpochMilli(firstUse)
              .atZone(ZoneId.of(zone))
              .toLocalDate()
              .atStartOfDay(zoneId());
      return switch (period) {
        case "day" -> nextDay(day, 1).toInstant().toEpochMilli();
        case "month" ->
            nextDay(day, 1 + day.toLocalDate().lengthOfMonth() - day.getDayOfMonth())
                .toInstant()
                .toEpochMilli();
        default -> firstUse + 90_000;
      };
    }

    private ZoneId zoneId() {
      return ZoneId.of(zone);
    }

    private ZonedDateTime nextDay(ZonedDateTime day, int days) {
      return day.toLocalDate().plusDays(days).atStartOfDay(zoneId());
    }
  }

  /** What one guard on the way asks for. */
  record Guard(List<String> names, boolean any) {}
}
