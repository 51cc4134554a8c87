package io.keystile.auth.keys;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spans of time as limits spell them: a number and one of {@code s}, {@code m}, {@code h}, {@code
 * d}.
 */
final class Spans {

  static final String GRAMMAR = "[0-9]{1,10}[smhd]";

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,10})([smhd])");

  private Spans() {}

  /** Reads what matches {@link #GRAMMAR}. */
  static Duration parse(String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw new IllegalArgumentException("A period is a number and s, m, h or d: " + text);
    }
    long seconds = Math.multiplyExact(Long.parseLong(span.group(1)), secondsIn(span.group(2)));
    return requireRange(Duration.ofSeconds(seconds));
  }

  static Duration requireRange(Duration span) {
    if (span.toSeconds() < 1 || span.compareTo(LONGEST) > 0 || span.toNanosPart() != 0) {
      throw new IllegalArgumentException("A period is 1s to 366d, in whole seconds: " + span);
    }
    return span;
  }

  /** The one spelling of each span, in the largest unit that leaves nothing over. */
  static String format(Duration span) {
    long seconds = span.toSeconds();
    for (String unit : new String[] {"d", "h", "m"}) {
      if (seconds % secondsIn(unit) == 0) {
        return seconds / secondsIn(unit) + unit;
      }
    }
    return seconds + "s";
  }

  static long requireAmount(String what, long amount) {
    if (amount < 1 || amount > 1_000_000_000) {
      throw new IllegalArgumentException(what + " must be 1 to 1,000,000,000: " + amount);
    }
    return amount;
  }

  private static long secondsIn(String unit) {
    return switch (unit) {
      case "d" -> 86_400;
      case "h" -> 3_600;
      case "m" -> 60;
      default -> 1;
    };
  }
}
