package io.keystile.app.console.signin;

import io.keystile.app.console.people.ConsoleUsers;
import io.keystile.app.console.people.Guesses;
import io.keystile.app.console.people.Guesses.Result;
import io.keystile.app.console.people.Sessions;
import io.keystile.auth.web.ClientAddress;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lets people in by name and password. Blocks. */
@Singleton
final class SignIn {

  private final ConsoleUsers users;
  private final Sessions sessions;
  private final Guesses guesses;

  SignIn(ConsoleUsers users, Sessions sessions, Guesses guesses) {
    this.users = users;
    this.sessions = sessions;
    this.guesses = guesses;
  }

  Outcome attempt(String name, String password, ClientAddress client) {
    AtomicReference<@Nullable String> found = new AtomicReference<>();
    Result result =
        guesses.judge(
            client,
            name,
            () -> {
              found.set(users.findByPassword(name, password));
              return found.get() != null;
            });
    String user = found.get();
    if (result != Result.RIGHT || user == null) {
      return result == Result.BLOCKED ? Outcome.blocked() : Outcome.wrong();
    }
    users.signedIn(user);
    return Outcome.in(sessions.start(user, Objects.toString(client.ip(), null)).text());
  }

  /**
   * What came of an attempt.
   *
   * @param token what the cookie carries, or null
   * @param fault what to say, or null
   */
  record Outcome(@Nullable String token, @Nullable String fault) {

    static Outcome in(String token) {
      return new Outcome(token, null);
    }

    static Outcome wrong() {
      return new Outcome(null, "The name or the password is wrong.");
    }

    static Outcome blocked() {
      return new Outcome(null, Guesses.TOO_MANY);
    }

    @Override
    public String toString() {
      return "Outcome[" + fault + "]";
    }
  }
}
