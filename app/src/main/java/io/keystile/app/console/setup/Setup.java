package io.keystile.app.console.setup;

import io.keystile.app.console.Faults;
import io.keystile.app.console.people.ConsoleUsers;
import io.keystile.app.console.people.Guesses;
import io.keystile.app.console.people.PasswordRules;
import io.keystile.app.console.people.UserNames;
import io.keystile.auth.web.ClientAddress;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Makes the first administrator, once. Blocks. */
@Singleton
final class Setup {

  private final SetupCode code;
  private final ConsoleUsers users;
  private final PasswordRules rules;
  private final Guesses guesses;

  Setup(SetupCode code, ConsoleUsers users, PasswordRules rules, Guesses guesses) {
    this.code = code;
    this.users = users;
    this.rules = rules;
    this.guesses = guesses;
  }

  /** Whether there is nobody yet. */
  boolean isWanted() {
    return users.isEmpty();
  }

  boolean isOpen() {
    return code.isOpen();
  }

  /** What is wrong, or nothing: then the administrator is there. */
  Faults attempt(Wish wish, ClientAddress client) {
    Faults faults = Faults.none().addIf("code", codeFault(wish.code(), client));
    if (!faults.isEmpty()) {
      return faults;
    }
    faults
        .addIf("name", UserNames.objection(wish.name()))
        .addIf("password", rules.objection(wish.name(), wish.password()))
        .addIf("again", wish.password().equals(wish.again()) ? null : "The passwords differ.");
    if (faults.isEmpty()) {
      if (!users.addFirst(wish.name(), wish.password())) {
        return faults.add("code", "Somebody else was faster. Sign in instead.");
      }
      code.close();
    }
    return faults;
  }

  private @Nullable String codeFault(String typed, ClientAddress client) {
    return switch (guesses.judge(client, () -> code.matches(typed))) {
      case RIGHT -> null;
      case WRONG -> "This is not the code, or its hour is over.";
      case BLOCKED -> Guesses.TOO_MANY;
    };
  }

  /** What was typed. */
  record Wish(String code, String name, String password, String again) {

    @Override
    public String toString() {
      return "Wish[" + name + "]";
    }
  }
}
