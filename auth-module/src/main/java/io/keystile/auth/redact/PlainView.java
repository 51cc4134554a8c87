package io.keystile.auth.redact;

import org.jspecify.annotations.Nullable;

/**
 * A text as it reads without percent-encoding (also encoded again) and without JSON's escapes, with
 * the place of each character in the text itself.
 */
final class PlainView {

  /** Stands for anything that ends a word and is no blank. */
  private static final char OTHER = '\u0080';

  private final String text;
  private final String plain;
  private final int @Nullable [] starts;

  private PlainView(String text, String plain, int @Nullable [] starts) {
    this.text = text;
    this.plain = plain;
    this.starts = starts;
  }

  static PlainView of(String text) {
    return text.indexOf('%') < 0 && text.indexOf('\\') < 0 ? verbatim(text) : decoded(text);
  }

  /** The text as it stands. */
  static PlainView verbatim(String text) {
    return new PlainView(text, text, null);
  }

  private static PlainView decoded(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int[] starts = new int[text.length() + 1];
    int at = 0;
    while (at < text.length()) {
      starts[plain.length()] = at;
      int end = escapeEnd(text, at);
      plain.append(end == at + 1 ? text.charAt(at) : meaning(text, at, end));
      at = end;
    }
    starts[plain.length()] = at;
    return new PlainView(text, plain.toString(), starts);
  }

  /** The text as it reads. */
  String plain() {
    return plain;
  }

  /** Where the character stands in the text itself. */
  int start(int index) {
    return starts == null ? index : starts[index];
  }

  /** Whether the character stands there as itself or behind a backslash, not percent-encoded. */
  boolean isLiteral(int index) {
    return starts == null
        || start(index + 1) == start(index) + 1
        || text.charAt(start(index)) == '\\';
  }

  private static int escapeEnd(String text, int at) {
    char c = text.charAt(at);
    if (c == '%') {
      int digits = at + 1;
      while (text.startsWith("25", digits) && isHex(text, digits + 2, 2)) {
        digits += 2;
      }
      return isHex(text, digits, 2) ? digits + 2 : at + 1;
    }
    if (c == '\\' && at + 1 < text.length()) {
      char next = text.charAt(at + 1);
      if (next == 'u') {
        return isHex(text, at + 2, 4) ? at + 6 : at + 1;
      }
      return "\"'/\\bfnrt".indexOf(next) >= 0 ? at + 2 : at + 1;
    }
    return at + 1;
  }

  private static char meaning(String text, int at, int end) {
    if (text.charAt(at) == '%') {
      return ascii(Integer.parseInt(text, end - 2, end, 16));
    }
    char next = text.charAt(at + 1);
    if (next == 'u') {
      return ascii(Integer.parseInt(text, at + 2, end, 16));
    }
    // A key may hold a backslash and an n, so these do not end a value as a blank does.
    return next >= 'a' ? OTHER : next;
  }

  private static char ascii(int code) {
    return code < OTHER ? (char) code : OTHER;
  }

  private static boolean isHex(String text, int from, int count) {
    if (from + count > text.length()) {
      return false;
    }
    for (int i = from; i < from + count; i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) >= OTHER) {
        return false;
      }
    }
    return true;
  }
}
