package io.keystile.auth.web;

import io.keystile.auth.Reason;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.settings.Live;
import io.micronaut.core.order.OrderUtil;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the one key of a request from all the places it may stand in. */
@Singleton
final class PresentedKeys {

  private final Live<KeyReader[]> readers;

  PresentedKeys(List<KeyReader> readers, Live<ReadingConfiguration> configuration) {
    this.readers = configuration.map(now -> enabled(readers));
  }

  private static KeyReader[] enabled(List<KeyReader> readers) {
    return OrderUtil.sort(readers.stream().filter(KeyReader::isEnabled)).toArray(KeyReader[]::new);
  }

  /** What was found: a key, or the reason why there is none to check. */
  sealed interface Reading {

    /** One key, presented once or several times. */
    record Found(KeySecret key) implements Reading {}

    /** No usable key. */
    record Refused(Reason reason) implements Reading {}
  }

  private static final Reading MISSING = new Reading.Refused(Reason.MISSING_AUTHORIZATION);
  private static final Reading MALFORMED = new Reading.Refused(Reason.INVALID_AUTHORIZATION_FORMAT);
  private static final Reading CONFLICT = new Reading.Refused(Reason.CONFLICTING_API_KEYS);

  Reading read(HttpRequest<?> request) {
    KeySecret found = null;
    for (KeyReader reader : readers.get()) {
      List<KeySecret> keys = reader.secrets(request);
      // By number, because most readers find none, and an iterator each would be in vain.
      for (int i = 0; i < keys.size(); i++) {
        KeySecret key = keys.get(i);
        if (found != null && !found.exposeText().equals(key.exposeText())) {
          return CONFLICT;
        }
        found = key;
      }
    }
    return found == null ? none(request) : new Reading.Found(found);
  }

  /** Every different text that stands where a key may stand, whatever it is. */
  Set<String> texts(HttpRequest<?> request) {
    Set<String> texts = Set.of();
    for (KeyReader reader : readers.get()) {
      List<String> read = reader.read(request);
      if (!read.isEmpty()) {
        texts = texts.isEmpty() ? new LinkedHashSet<>() : texts;
        texts.addAll(read);
      }
    }
    return texts;
  }

  private static Reading none(HttpRequest<?> request) {
    @Nullable String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    return authorization == null || authorization.isBlank() ? MISSING : MALFORMED;
  }
}
