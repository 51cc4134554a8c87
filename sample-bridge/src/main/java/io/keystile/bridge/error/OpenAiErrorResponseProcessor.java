package io.keystile.bridge.error;

import io.keystile.bridge.wire.ErrorResponse;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * Writes every failure the framework itself answers. Its own processor repeats the exception's
 * message, which may hold internal text or the caller's input.
 */
@Singleton
final class OpenAiErrorResponseProcessor implements ErrorResponseProcessor<ErrorResponse> {

  @Override
  public MutableHttpResponse<ErrorResponse> processResponse(
      ErrorContext errorContext, MutableHttpResponse<?> response) {
    boolean head = errorContext.getRequest().getMethod() == HttpMethod.HEAD;
    return response
        .body(head ? null : StatusErrors.of(response.code()))
        .contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}
