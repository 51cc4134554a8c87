package io.keystile.auth.web;

import io.micronaut.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;
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

  @Override
  public CharSequence prepare(String name) {
    return name;
  }

  @Override
  public List<String> values(HttpHeaders headers, CharSequence name) {
    return headers.getAll(name);
  }
}
