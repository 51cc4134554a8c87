package io.keystile.auth.web;

import io.keystile.auth.settings.Live;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Authorization: Bearer <key>} (RFC 6750, section 2.1); the scheme in any case. */
@Singleton
final class BearerKeyReader implements KeyReader {

  private static final String SCHEME = "Bearer";
  private static final String PLACE = "bearer";

  private final Live<ReadingConfiguration> configuration;
  private final Live<Boolean> enabled;

  BearerKeyReader(Live<ReadingConfiguration> configuration) {
    this.configuration = configuration;
    this.enabled = configuration.map(now -> now.order().contains(PLACE));
  }

  @Override
  public int getOrder() {
    return configuration.get().order().indexOf(PLACE);
  }

  @Override
  public List<String> read(HttpRequest<?> request) {
    if (!enabled.get()) {
      return List.of();
    }
    List<String> values = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
    if (values.size() == 1) {
      String key = keyOf(values.get(0));
      return key == null ? List.of() : List.of(key);
    }
    List<String> keys = new ArrayList<>(values.size());
    for (String value : values) {
      String key = keyOf(value);
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** The key in the text of the header, or null. */
  static @Nullable String keyOf(String value) {
    String header = value.strip();
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    String rest = header.substring(SCHEME.length());
    String key = rest.stripLeading();
    return key.isEmpty() || key.length() == rest.length() || key.indexOf(' ') >= 0 ? null : key;
  }
}
