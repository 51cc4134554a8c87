package io.keystile.app.console.accounts;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.Confirmation;
import io.keystile.auth.keys.KeySettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what was typed about an account, and notes what is wrong at its field. */
final class AccountFields {

  static final String SCOPES = "scopes";
  static final String LAST = "confirmLast";
  static final String LAST_WAY_IN = "Afterwards no usable key would have the scope keystile:admin.";

  private AccountFields() {}

  /** The scopes; none when there is a fault. */
  static Scopes scopes(String typed, Faults faults) {
    List<String> words =
        Arrays.stream(typed.split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty()) {
      faults.add(SCOPES, "Enter what its keys may do at the most; * is everything.");
      return Scopes.NONE;
    }
    try {
      return Scopes.of(words);
    } catch (IllegalArgumentException e) {
      faults.add(SCOPES, sentence(e));
      return Scopes.NONE;
    }
  }

  /** The description, or null when there is none. Its rules are those of a key's. */
  static @Nullable String description(String typed, Faults faults) {
    try {
      return typed.isEmpty() ? null : KeySettings.named("any").describedAs(typed).description();
    } catch (IllegalArgumentException e) {
      faults.add("description", sentence(e));
      return null;
    }
  }

  /** What was confirmed. */
  static Set<Confirmation> confirmed(Form form) {
    return form.has(LAST) ? Set.of(Confirmation.LAST_WAY_IN) : Set.of();
  }

  /** What the library objects, as a sentence. */
  static String sentence(Exception objection) {
    String message = String.valueOf(objection.getMessage());
    return message.substring(0, 1).toUpperCase(Locale.ROOT)
        + message.substring(1)
        + (message.endsWith(".") ? "" : ".");
  }
}
