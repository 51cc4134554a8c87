package io.keystile.auth.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code ?api_key=<key>}, only where it was switched on. */
@Singleton
final class QueryKeyReader implements KeyReader {

  static final String PARAMETER = "api_key";

  private final int order;
  private final boolean enabled;

  QueryKeyReader(ReadingConfiguration configuration) {
    this.order = configuration.order().indexOf("query");
    this.enabled = configuration.query() && order >= 0;
  }

  @Override
  public int getOrder() {
    return order;
  }

  @Override
  public List<String> read(HttpRequest<?> request) {
    return enabled
        ? request.getParameters().getAll(PARAMETER).stream()
            .map(String::strip)
            .filter(key -> !key.isEmpty())
            .toList()
        : List.of();
  }
}
