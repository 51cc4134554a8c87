package io.keystile.auth.web;

import io.keystile.auth.ApiKey;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the accepted key to a controller method that has an {@link ApiKey} argument. */
@Singleton
final class ApiKeyArgumentBinder implements TypedRequestArgumentBinder<ApiKey> {

  private static final Argument<ApiKey> TYPE = Argument.of(ApiKey.class);

  @Override
  public Argument<ApiKey> argumentType() {
    return TYPE;
  }

  @Override
  public BindingResult<ApiKey> bind(
      ArgumentConversionContext<ApiKey> context, HttpRequest<?> source) {
    Optional<ApiKey> key = Optional.ofNullable(KeyAttribute.find(source));
    return key.isPresent() ? () -> key : BindingResult.unsatisfied();
  }
}
