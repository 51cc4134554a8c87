package io.keystile.app.console;

import io.keystile.app.console.people.Sessions;
import io.keystile.app.console.people.SignedIn;
import io.keystile.auth.guard.Caller;
import io.keystile.auth.guard.CallerSource;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Vouches for who is signed in to the console: the scopes of their role let them use management, by
 * the console's pages and over HTTP.
 */
@Requires(property = ConsoleRoute.ENABLED, value = "true")
@Singleton
final class SessionCallers implements CallerSource {

  private final Provider<Sessions> sessions;

  SessionCallers(Provider<Sessions> sessions) {
    this.sessions = sessions;
  }

  @Override
  public @Nullable Caller findCaller() {
    return ServerRequestContext.currentRequest()
        .flatMap(this::signedIn)
        .map(person -> Caller.internal(person.user(), person.role().scopes()))
        .orElse(null);
  }

  private Optional<SignedIn> signedIn(HttpRequest<?> request) {
    return Visit.of(request).or(() -> Visit.lookUp(request, sessions.get())).map(Visit::signedIn);
  }
}
