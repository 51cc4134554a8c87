package io.keystile.auth.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** {@code X-API-Key: <key>}, or whichever headers are configured. */
@Singleton
final class HeaderKeyReader implements KeyReader {

  private final int order;
  private final List<String> headers;

  HeaderKeyReader(ReadingConfiguration configuration) {
    this.order = configuration.order().indexOf("header");
    this.headers = order < 0 ? List.of() : configuration.headers();
  }

  @Override
  public int getOrder() {
    return order;
  }

  @Override
  public List<String> read(HttpRequest<?> request) {
    List<String> keys = null;
    for (String header : headers) {
      for (String value : request.getHeaders().getAll(header)) {
        if (!value.isBlank()) {
          keys = keys == null ? new ArrayList<>(2) : keys;
          keys.add(value.strip());
        }
      }
    }
    return keys == null ? List.of() : keys;
  }
}
