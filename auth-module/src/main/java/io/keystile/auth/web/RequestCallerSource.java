package io.keystile.auth.web;

import io.keystile.auth.ApiKey;
import io.keystile.auth.guard.Caller;
import io.keystile.auth.guard.CallerSource;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerHttpRequestContext;
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
    // The usual accessor casts the request to an interface. Each such cast of one class to another
    // interface than the last writes to what all threads read (JDK-8180450, up to Java 22).
    ServerHttpRequestContext context =
        PropagatedContext.getOrEmpty().find(ServerHttpRequestContext.class).orElse(null);
    return context == null ? null : of(context.httpRequest());
  }

  private static @Nullable Caller of(HttpRequest<?> request) {
    ApiKey key = KeyAttribute.find(request);
    return key == null ? null : Caller.of(key);
  }
}
