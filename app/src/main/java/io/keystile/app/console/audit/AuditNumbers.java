package io.keystile.app.console.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of rows, as they stand in addresses. */
final class AuditNumbers {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private AuditNumbers() {}

  /** The number, or null when the text is none. */
  static @Nullable Long find(String text) {
    return NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
  }
}
