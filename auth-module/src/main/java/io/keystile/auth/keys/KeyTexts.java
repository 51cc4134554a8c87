package io.keystile.auth.keys;

import org.jspecify.annotations.Nullable;

/** The texts that people give to keys. */
final class KeyTexts {

  static final int MAX_NAME = 100;
  static final int MAX_DESCRIPTION = 1000;

  private KeyTexts() {}

  static String requireName(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || length(stripped) > MAX_NAME) {
      throw new IllegalArgumentException("name must have 1 to " + MAX_NAME + " characters");
    }
    requirePlain("name", stripped);
    return stripped;
  }

  static @Nullable String requireDescription(@Nullable String description) {
    if (description == null || description.isBlank()) {
      return null;
    }
    String stripped = description.strip();
    if (length(stripped) > MAX_DESCRIPTION) {
      throw new IllegalArgumentException(
          "description must have at most " + MAX_DESCRIPTION + " characters");
    }
    requirePlain("description", stripped);
    return stripped;
  }

  /** Counted as people do, not in the halves of an emoji. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void requirePlain(String field, String text) {
    if (text.codePoints().anyMatch(KeyTexts::breaksLines)) {
      throw new IllegalArgumentException(field + " must not contain control characters");
    }
  }

  private static boolean breaksLines(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
