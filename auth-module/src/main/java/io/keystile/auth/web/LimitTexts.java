package io.keystile.auth.web;

import io.keystile.auth.LimitState.Left;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the answers to all calls against the same limits say alike. Immutable. */
final class LimitTexts {

  private static final byte[] RESET = ascii(";t=");

  private final List<Left> limits;
  private final CharSequence policy;
  private final byte[][] starts;

  LimitTexts(List<Left> limits, HeaderWriter headers) {
    this.limits = limits;
    this.policy =
        headers.text(limits.stream().map(LimitTexts::policy).collect(Collectors.joining(", ")));
    this.starts =
        IntStream.range(0, limits.size())
            .mapToObj(i -> ascii((i == 0 ? "" : ", ") + quoted(limits.get(i)) + ";r="))
            .toArray(byte[][]::new);
  }

  private static String policy(Left left) {
    return quoted(left) + ";q=" + left.quota() + ";w=" + left.windowSeconds();
  }

  private static String quoted(Left left) {
    return '"' + left.name() + '"';
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The same for limits that {@link #isOf} says are alike. */
  static int hash(List<Left> limits) {
    int hash = 0;
    for (int i = 0; i < limits.size(); i++) {
      Left left = limits.get(i);
      hash = 31 * hash + left.name().hashCode();
      hash = 31 * hash + Long.hashCode(left.quota());
      hash = 31 * hash + Long.hashCode(left.windowSeconds());
    }
    return hash ^ hash >>> 16;
  }

  /** Whether these are the limits, whatever is left of them. */
  boolean isOf(List<Left> others) {
    boolean alike = limits.size() == others.size();
    for (int i = 0; alike && i < others.size(); i++) {
      Left one = limits.get(i);
      Left other = others.get(i);
      alike =
          one.quota() == other.quota()
              && one.windowSeconds() == other.windowSeconds()
              && one.name().equals(other.name());
    }
    return alike;
  }

  /** The value of {@code RateLimit-Policy}. */
  CharSequence policy() {
    return policy;
  }

  /** The value of {@code RateLimit}: what is left of each. */
  byte[] state(List<Left> left) {
    int length = 0;
    for (int i = 0; i < starts.length; i++) {
      length += starts[i].length + RESET.length;
      length += digits(left.get(i).remaining()) + digits(left.get(i).resetSeconds());
    }
    byte[] text = new byte[length];
    int end = 0;
    for (int i = 0; i < starts.length; i++) {
      end = put(starts[i], text, end);
      end = put(left.get(i).remaining(), text, end);
      end = put(RESET, text, end);
      end = put(left.get(i).resetSeconds(), text, end);
    }
    return text;
  }

  private static int put(byte[] part, byte[] text, int at) {
    System.arraycopy(part, 0, text, at, part.length);
    return at + part.length;
  }

  private static int put(long number, byte[] text, int at) {
    int end = at + digits(number);
    long rest = number;
    for (int i = end - 1; i >= at; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return end;
  }

  /** How many digits a number has that is not negative. */
  private static int digits(long number) {
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
