package io.keystile.app.console;

import io.keystile.app.console.people.Session;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives controllers the session of the request. */
@Singleton
final class SessionBinder implements TypedRequestArgumentBinder<Session> {

  @Override
  public Argument<Session> argumentType() {
    return Argument.of(Session.class);
  }

  @Override
  public BindingResult<Session> bind(
      ArgumentConversionContext<Session> context, HttpRequest<?> request) {
    Optional<Session> session = Visit.of(request).map(Visit::session);
    return () -> session;
  }
}
