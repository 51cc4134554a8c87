package io.keystile.auth.web;

import io.keystile.auth.ApiKey;
import io.keystile.auth.guard.Caller;
import io.keystile.auth.guard.CallerSource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The holder of the key that the filter accepted for the current request. */
@Singleton
final class RequestCallerSource implements CallerSource {

  /** Whoever presents a key means that key, whatever cookie comes along. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable Caller findCaller() {
    HttpRequest<?> request = ServerRequestContext.currentRequest().orElse(null);
    return request == null ? null : of(request);
  }

  private static @Nullable Caller of(HttpRequest<?> request) {
    ApiKey key = KeyAttribute.find(request);
    return key == null ? null : Caller.of(key);
  }
}
