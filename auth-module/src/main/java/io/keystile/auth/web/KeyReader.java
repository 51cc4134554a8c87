package io.keystile.auth.web;

import io.keystile.auth.secret.KeySecret;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import java.util.List;

/**
 * Looks for keys in one place of a request. Every bean of this type that is enabled is asked, in
 * order. Implementations never log what they read and are safe for several threads.
 *
 * @since 0.1
 */
public interface KeyReader extends Ordered {

  /**
   * Whether this place is looked at. Asked at the start and whenever the settings below {@code
   * keystile.reading} change, not for each request.
   */
  default boolean isEnabled() {
    return true;
  }

  /** The keys in this place, without surrounding blanks; most often none or one. */
  List<String> read(HttpRequest<?> request);

  /** The same, hidden from logs; a reader may do it without a copy of the text. */
  default List<KeySecret> secrets(HttpRequest<?> request) {
    List<String> texts = read(request);
    return texts.isEmpty() ? List.of() : texts.stream().map(KeySecret::of).toList();
  }
}
