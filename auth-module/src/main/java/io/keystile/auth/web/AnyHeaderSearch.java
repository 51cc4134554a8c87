package io.keystile.auth.web;

import io.micronaut.http.HttpHeaders;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Asks for each name. */
@Singleton
final class AnyHeaderSearch implements HeaderSearch {

  @Override
  public @Nullable String find(HttpHeaders headers, HeaderNames names) {
    for (String name : names.all()) {
      if (headers.contains(name)) {
        return name;
      }
    }
    return null;
  }
}
