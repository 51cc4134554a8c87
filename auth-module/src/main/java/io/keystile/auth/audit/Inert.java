package io.keystile.auth.audit;

import org.jspecify.annotations.Nullable;

/** Text in which nothing moves a cursor, breaks a line or turns the direction of writing. */
final class Inert {

  private static final int MAX = 1_000;
  private static final int REPLACEMENT = 0xFFFD;

  private Inert() {}

  /** The text, at most 1,000 characters, with such characters in the form of JSON's escapes. */
  static @Nullable String textOrNull(@Nullable String text) {
    return text == null ? null : text(text);
  }

  static String text(String text) {
    StringBuilder inert = new StringBuilder(text.length());
    text.codePoints().limit(MAX).forEach(point -> append(inert, point));
    return inert.toString();
  }

  static void append(StringBuilder target, int point) {
    if (isObeyed(point)) {
      for (char unit : Character.toChars(point)) {
        target.append(String.format("\\u%04x", (int) unit));
      }
    } else {
      target.appendCodePoint(point);
    }
  }

  private static boolean isObeyed(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      // So that bytes which are no text, and would be read as this, differ from what was written.
      default -> point == REPLACEMENT;
    };
  }
}
