package io.keystile.app.console;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives controllers the form that was sent. */
@Singleton
final class FormBinder implements TypedRequestArgumentBinder<Form> {

  @Override
  public Argument<Form> argumentType() {
    return Argument.of(Form.class);
  }

  @Override
  public BindingResult<Form> bind(ArgumentConversionContext<Form> context, HttpRequest<?> request) {
    Optional<Form> form = request.getAttribute(SentForms.ATTRIBUTE, Form.class);
    return () -> form;
  }
}
