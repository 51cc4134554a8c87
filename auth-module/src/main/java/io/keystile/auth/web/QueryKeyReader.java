package io.keystile.auth.web;

import io.keystile.auth.settings.Live;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code ?api_key=<key>}, only where it was switched on. */
@Singleton
final class QueryKeyReader implements KeyReader {

  static final String PARAMETER = "api_key";

  private static final String PLACE = "query";

  private final Live<ReadingConfiguration> configuration;

  QueryKeyReader(Live<ReadingConfiguration> configuration) {
    this.configuration = configuration;
  }

  @Override
  public int getOrder() {
    return configuration.get().order().indexOf(PLACE);
  }

  @Override
  public boolean isEnabled() {
    ReadingConfiguration now = configuration.get();
    return now.query() && now.order().contains(PLACE);
  }

  @Override
  public List<String> read(HttpRequest<?> request) {
    return request.getParameters().getAll(PARAMETER).stream()
        .map(String::strip)
        .filter(key -> !key.isEmpty())
        .toList();
  }
}
