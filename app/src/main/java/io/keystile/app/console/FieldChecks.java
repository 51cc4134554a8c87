package io.keystile.app.console;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets the library judge what was typed, and notes what it objects at the field. */
public final class FieldChecks {

  private FieldChecks() {}

  /** What the check makes of the value, or null when it objects. */
  public static <S, T> @Nullable T check(
      Faults faults, String field, String place, S value, Function<S, T> check) {
    try {
      return check.apply(value);
    } catch (IllegalArgumentException e) {
      faults.add(field, place + sentence(String.valueOf(e.getMessage())));
      return null;
    }
  }

  /** The same of a field with one value. */
  public static <S, T> @Nullable T check(
      Faults faults, String field, S value, Function<S, T> check) {
    return check(faults, field, "", value, check);
  }

  /** Words with blanks or commas between. */
  public static List<String> words(String text) {
    return Stream.of(text.split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /** A message of the library as a sentence. */
  public static String sentence(String message) {
    String capital = message.isEmpty() ? "" : message.substring(0, 1).toUpperCase(Locale.ROOT);
    String rest = message.isEmpty() ? "This cannot be taken" : message.substring(1);
    return capital + rest + (message.endsWith(".") ? "" : ".");
  }
}
