package io.keystile.app.console;

import io.keystile.app.console.people.Session;
import io.keystile.app.console.people.Sessions;
import io.keystile.app.console.people.SignedIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the filter found out about the request, as attributes, which no caller can set. */
record Visit(Session session, SignedIn signedIn) {

  private static final String ATTRIBUTE = Visit.class.getName();

  /** The header of what a page asks for by itself, without anybody who does something. */
  private static final String BY_ITSELF = "Keystile-By-Itself";

  /** Looks for the session that the request's cookie names, and whose it is; blocks. */
  static Optional<Visit> lookUp(HttpRequest<?> request, Sessions sessions) {
    boolean byItself = request.getHeaders().contains(BY_ITSELF);
    Session session =
        SessionCookie.find(request)
            .map(token -> byItself ? sessions.look(token) : sessions.find(token))
            .orElse(null);
    SignedIn signedIn = session == null ? null : sessions.findSignedIn(session);
    return session == null || signedIn == null
        ? Optional.empty()
        : Optional.of(new Visit(session, signedIn));
  }

  void attachTo(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Optional<Visit> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Visit.class);
  }

  static @Nullable SignedIn findSignedIn() {
    return current().map(Visit::signedIn).orElse(null);
  }

  static @Nullable Session findSession() {
    return current().map(Visit::session).orElse(null);
  }

  private static Optional<Visit> current() {
    return ServerRequestContext.currentRequest().flatMap(Visit::of);
  }
}
