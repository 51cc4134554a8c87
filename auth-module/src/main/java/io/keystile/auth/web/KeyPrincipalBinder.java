package io.keystile.auth.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Optional;

/**
 * Hands the request's principal, an accepted key for instance, to a controller method that has a
 * {@link Principal} argument, unless Micronaut Security is there: it brings a binder of its own.
 */
@Singleton
@Requires(condition = WithoutMicronautSecurity.class)
final class KeyPrincipalBinder implements TypedRequestArgumentBinder<Principal> {

  private static final Argument<Principal> TYPE = Argument.of(Principal.class);

  @Override
  public Argument<Principal> argumentType() {
    return TYPE;
  }

  @Override
  public BindingResult<Principal> bind(
      ArgumentConversionContext<Principal> context, HttpRequest<?> source) {
    Optional<Principal> principal = source.getUserPrincipal();
    return principal.isPresent() ? () -> principal : BindingResult.unsatisfied();
  }
}
