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
  private final HeaderSearch search;
  private final Live<CharSequence[]> headers;

  HeaderKeyReader(Live<ReadingConfiguration> configuration, HeaderSearch search) {
    this.configuration = configuration;
    this.search = search;
    this.headers =
        configuration.map(
            now -> now.headers().stream().map(search::prepare).toArray(CharSequence[]::new));
  }

  @Override
  public int getOrder() {
    return configuration.get().order().indexOf(PLACE);
  }

  @Override
  public boolean isEnabled() {
    return configuration.get().order().contains(PLACE);
  }

  @Override
  public List<String> read(HttpRequest<?> request) {
    List<String> keys = null;
    for (CharSequence header : headers.get()) {
      for (String value : search.values(request.getHeaders(), header)) {
        if (!value.isBlank()) {
          keys = keys == null ? new ArrayList<>(2) : keys;
          keys.add(value.strip());
        }
      }
    }
    return keys == null ? List.of() : keys;
  }
}
