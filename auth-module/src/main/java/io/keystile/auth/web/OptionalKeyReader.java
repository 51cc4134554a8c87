package io.keystile.auth.web;

import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the keys of a request from credentials that are meant for somebody else. */
@Singleton
final class OptionalKeyReader {

  private final PresentedKeys keys;
  private final KeyVerifier verifier;

  OptionalKeyReader(PresentedKeys keys, KeyVerifier verifier) {
    this.keys = keys;
    this.verifier = verifier;
  }

  /** Every different key; most often none or one. */
  List<KeySecret> read(HttpRequest<?> request) {
    Set<String> texts = keys.texts(request);
    return texts.isEmpty()
        ? List.of()
        : texts.stream()
            .filter(text -> !isForeignToken(request, text))
            .map(KeySecret::of)
            .filter(verifier::isMeantAsKey)
            .toList();
  }

  // In a header of our own a text with dots is a key somebody imported.
  private static boolean isForeignToken(HttpRequest<?> request, String text) {
    @Nullable String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.endsWith(text) && TokenShape.isToken(text);
  }
}
