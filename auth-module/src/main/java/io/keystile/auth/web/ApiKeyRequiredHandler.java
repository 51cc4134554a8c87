package io.keystile.auth.web;

import io.keystile.auth.guard.ApiKeyRequiredException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Renders a refusal of the second lock like one of the first. */
@Singleton
final class ApiKeyRequiredHandler
    implements ExceptionHandler<ApiKeyRequiredException, HttpResponse<?>> {

  private final RefusalRenderer renderer;

  ApiKeyRequiredHandler(RefusalRenderer renderer) {
    this.renderer = renderer;
  }

  // The framework's signature is raw.
  @SuppressWarnings("rawtypes")
  @Override
  public HttpResponse<?> handle(HttpRequest request, ApiKeyRequiredException exception) {
    boolean presented = KeyAttribute.find((HttpRequest<?>) request) != null;
    return renderer.render(request, exception.refusal(), presented);
  }
}
