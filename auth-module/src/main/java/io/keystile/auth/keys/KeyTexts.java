package io.keystile.auth.keys;

import org.jspecify.annotations.Nullable;

/** The texts that people give to keys. */
final class KeyTexts {

  static final int MAX_NAME = 100;
  static final int MAX_DESCRIPTION = 1000;

  private KeyTexts() {}

  static String requireName(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > MAX_NAME) {
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
    if (stripped.length() > MAX_DESCRIPTION) {
      throw new IllegalArgumentException(
          "description must have at most " + MAX_DESCRIPTION + " characters");
    }
    requirePlain("description", stripped);
    return stripped;
  }

  private static void requirePlain(String field, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(field + " must not contain control characters");
    }
  }
}
