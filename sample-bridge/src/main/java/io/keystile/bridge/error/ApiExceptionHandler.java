package io.keystile.bridge.error;

import io.keystile.bridge.wire.ErrorResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Writes what an {@link ApiException} says. */
@Singleton
final class ApiExceptionHandler
    implements ExceptionHandler<ApiException, HttpResponse<ErrorResponse>> {

  @Override
  @SuppressWarnings("rawtypes") // the contract has it so
  public HttpResponse<ErrorResponse> handle(HttpRequest request, ApiException exception) {
    return HttpResponse.<ErrorResponse>status(exception.status()).body(exception.body());
  }
}
