package io.keystile.auth.web;

import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Where the refusal of a request stands, for those who have to note it. */
public final class RefusalAttribute {

  private static final String NAME = Refusal.class.getName();

  private RefusalAttribute() {}

  static void set(HttpRequest<?> request, Refusal refusal) {
    request.setAttribute(NAME, refusal);
  }

  /** The refusal, or null when the request was not refused by the guard. */
  public static @Nullable Refusal find(HttpRequest<?> request) {
    return RequestAttributes.find(request, NAME, Refusal.class);
  }
}
