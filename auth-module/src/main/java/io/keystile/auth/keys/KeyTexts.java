package io.keystile.auth.keys;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that people give to keys. */
final class KeyTexts {

  static final int MAX_NAME = 100;
  static final int MAX_DESCRIPTION = 1000;

  private static final int MAX_METADATA = 50;

  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

  private KeyTexts() {}

  static String requireName(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || length(stripped) > MAX_NAME) {
      throw new IllegalArgumentException("name must have 1 to " + MAX_NAME + " characters");
    }
    requirePlain("name", stripped);
    return stripped;
  }

  static String requireAccountName(String name) {
    if (!ACCOUNT.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "An account name has 1 to 100 letters, digits and . _ @ -, and begins with a letter or"
              + " digit");
    }
    return name;
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

  static <T> List<T> requireAtMost(String field, int most, List<T> values) {
    if (values.size() > most) {
      throw new IllegalArgumentException(field + " must have at most " + most + " entries");
    }
    return values;
  }

  static Map<String, String> requireMetadata(Map<String, String> metadata) {
    if (metadata.size() > MAX_METADATA) {
      throw new IllegalArgumentException("metadata must have at most 50 entries");
    }
    metadata.forEach(
        (key, value) -> {
          if (key.isBlank() || key.length() > MAX_NAME || value.length() > MAX_DESCRIPTION) {
            throw new IllegalArgumentException(
                "metadata must have keys of 1 to 100 and values of up to 1000 characters");
          }
          requirePlain("metadata", key + value);
        });
    return Map.copyOf(metadata);
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
