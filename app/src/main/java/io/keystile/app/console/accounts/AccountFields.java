package io.keystile.app.console.accounts;

import io.keystile.app.console.Faults;
import io.keystile.app.console.FieldChecks;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.KeySettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what was typed about an account, and notes what is wrong at its field. */
final class AccountFields {

  static final String DESCRIPTION = "description";
  static final String SCOPES = "scopes";

  private AccountFields() {}

  /** The scopes; none when there is a fault. */
  static Scopes scopes(String typed, Faults faults) {
    List<String> words = FieldChecks.words(typed);
    if (words.isEmpty()) {
      faults.add(SCOPES, "Enter what its keys may do at the most; * is everything.");
      return Scopes.NONE;
    }
    Scopes read = FieldChecks.check(faults, SCOPES, words, grants -> Scopes.of(grants));
    return read == null ? Scopes.NONE : read;
  }

  /** The description, or null when there is none. Its rules are those of a key's. */
  static @Nullable String description(String typed, Faults faults) {
    KeySettings described =
        FieldChecks.check(faults, DESCRIPTION, typed, KeySettings.named("any")::describedAs);
    return typed.isEmpty() || described == null ? null : described.description();
  }
}
