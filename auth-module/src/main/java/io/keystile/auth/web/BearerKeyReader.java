package io.keystile.auth.web;

import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.settings.Live;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code Authorization: Bearer <key>} (RFC 6750, section 2.1); the scheme in any case. */
@Singleton
final class BearerKeyReader implements KeyReader {

  private static final String SCHEME = "Bearer";
  private static final String PLACE = "bearer";

  private final Live<ReadingConfiguration> configuration;
  private final HeaderSearch search;
  private final CharSequence header;

  BearerKeyReader(Live<ReadingConfiguration> configuration, HeaderSearch search) {
    this.configuration = configuration;
    this.search = search;
    this.header = search.prepare(HttpHeaders.AUTHORIZATION);
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
    return secrets(request).stream().map(KeySecret::exposeText).toList();
  }

  @Override
  public List<KeySecret> secrets(HttpRequest<?> request) {
    List<String> values = search.values(request.getHeaders(), header);
    if (values.size() == 1) {
      KeySecret key = keyOf(values.get(0));
      return key == null ? List.of() : List.of(key);
    }
    return values.stream().map(BearerKeyReader::keyOf).filter(Objects::nonNull).toList();
  }

  /** The key in the text of the header, or null. */
  static @Nullable KeySecret keyOf(String header) {
    int end = header.length();
    while (end > 0 && Character.isWhitespace(header.charAt(end - 1))) {
      end--;
    }
    int scheme = skipBlanks(header, 0, end);
    int afterScheme = scheme + SCHEME.length();
    if (!header.regionMatches(true, scheme, SCHEME, 0, SCHEME.length()) || afterScheme >= end) {
      return null;
    }
    int start = skipBlanks(header, afterScheme, end);
    int blank = header.indexOf(' ', start);
    return start == afterScheme || (blank >= 0 && blank < end)
        ? null
        : KeySecret.within(header, start, end);
  }

  private static int skipBlanks(String text, int start, int end) {
    int at = start;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
