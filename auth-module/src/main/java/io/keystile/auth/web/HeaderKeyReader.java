package io.keystile.auth.web;

import io.keystile.auth.settings.Live;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** {@code X-API-Key: <key>}, or whichever headers are configured. */
@Singleton
final class HeaderKeyReader implements KeyReader {

  private static final String PLACE = "header";

  private final Live<ReadingConfiguration> configuration;
  private final Live<List<String>> headers;

  HeaderKeyReader(Live<ReadingConfiguration> configuration) {
    this.configuration = configuration;
    this.headers =
        configuration.map(now -> now.order().contains(PLACE) ? now.headers() : List.of());
  }

  @Override
  public int getOrder() {
    return configuration.get().order().indexOf(PLACE);
  }

  @Override
  public List<String> read(HttpRequest<?> request) {
    List<String> keys = null;
    for (String header : headers.get()) {
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
