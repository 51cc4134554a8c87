package io.keystile.auth.web;

import io.keystile.auth.ApiKey;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Where the accepted key of a request stands: an attribute, which no caller can set. */
final class KeyAttribute {

  static final String NAME = ApiKey.class.getName();

  private KeyAttribute() {}

  static void set(HttpRequest<?> request, ApiKey key) {
    request.setAttribute(NAME, key);
    request.setUserPrincipal(key);
  }

  static @Nullable ApiKey find(HttpRequest<?> request) {
    return request.getAttribute(NAME, ApiKey.class).orElse(null);
  }
}
