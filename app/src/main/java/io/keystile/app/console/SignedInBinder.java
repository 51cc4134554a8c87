package io.keystile.app.console;

import io.keystile.app.console.people.SignedIn;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives controllers who is signed in. */
@Singleton
final class SignedInBinder implements TypedRequestArgumentBinder<SignedIn> {

  @Override
  public Argument<SignedIn> argumentType() {
    return Argument.of(SignedIn.class);
  }

  @Override
  public BindingResult<SignedIn> bind(
      ArgumentConversionContext<SignedIn> context, HttpRequest<?> request) {
    Optional<SignedIn> signedIn = Visit.of(request).map(Visit::signedIn);
    return () -> signedIn;
  }
}
