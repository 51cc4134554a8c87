package io.keystile.auth.web;

import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Reads what this package keeps with a request, without the framework's conversions. */
final class RequestAttributes {

  private RequestAttributes() {}

  /** The attribute, or null when there is none of this type. */
  static <T> @Nullable T find(HttpRequest<?> request, String name, Class<T> type) {
    Object value = request.getAttributes().getValue(name);
    // Asked for by itself, since the compiler takes it that what was never null will not be.
    return value != null && type.isInstance(value) ? type.cast(value) : null;
  }
}
