package io.keystile.app.console.you;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.people.ConsoleUsers;
import io.keystile.app.console.people.Guesses;
import io.keystile.app.console.people.PasswordRules;
import io.keystile.auth.web.ClientAddress;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Changes one's own password, for who knows the one until now. Blocks. */
@Singleton
final class PasswordChange {

  private final ConsoleUsers users;
  private final PasswordRules rules;
  private final Guesses guesses;

  PasswordChange(ConsoleUsers users, PasswordRules rules, Guesses guesses) {
    this.users = users;
    this.rules = rules;
    this.guesses = guesses;
  }

  /** What is wrong, or nothing: then the password is another. */
  Faults attempt(String user, Form form, ClientAddress client) {
    String wanted = form.raw("password");
    Faults faults =
        Faults.none()
            .addIf("password", rules.objection(user, wanted))
            .addIf("again", wanted.equals(form.raw("again")) ? null : "The passwords differ.");
    if (faults.isEmpty()) {
      faults.addIf("current", currentFault(user, form.raw("current"), client));
    }
    if (faults.isEmpty()) {
      users.changePassword(user, wanted);
    }
    return faults;
  }

  private @Nullable String currentFault(String user, String typed, ClientAddress client) {
    return switch (guesses.judge(client, user, () -> users.findByPassword(user, typed) != null)) {
      case RIGHT -> null;
      case WRONG -> "This is not your password.";
      case BLOCKED -> Guesses.TOO_MANY;
    };
  }
}
