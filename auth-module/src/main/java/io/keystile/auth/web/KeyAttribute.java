package io.keystile.auth.web;

import io.keystile.auth.ApiKey;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where the accepted key of a request stands: an attribute, which no caller can set.
 *
 * @since 0.1
 */
public final class KeyAttribute {

  static final String NAME = ApiKey.class.getName();

  private KeyAttribute() {}

  static void set(HttpRequest<?> request, ApiKey key) {
    request.setAttribute(NAME, key);
    request.setUserPrincipal(key);
  }

  /** The key that was accepted for the request, or null when none was. */
  public static @Nullable ApiKey find(HttpRequest<?> request) {
    return RequestAttributes.find(request, NAME, ApiKey.class);
  }
}
