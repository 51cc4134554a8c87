package io.keystile.bench.security;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The usual way to check keys with Micronaut Security, as cheap as it gets: a map of texts. */
@Singleton
final class KeyFetcher implements AuthenticationFetcher<HttpRequest<?>> {

  private static final String BEARER = "Bearer ";

  private final Map<String, Authentication> known = new HashMap<>();

  KeyFetcher(@Value("${bench.keys}") String file) throws IOException {
    for (String key : Files.readAllLines(Path.of(file))) {
      known.put(key, Authentication.build("key " + known.size()));
    }
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    Authentication caller = find(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
    return caller == null ? Publishers.empty() : Publishers.just(caller);
  }

  private @Nullable Authentication find(@Nullable String header) {
    return header != null && header.startsWith(BEARER)
        ? known.get(header.substring(BEARER.length()))
        : null;
  }
}
