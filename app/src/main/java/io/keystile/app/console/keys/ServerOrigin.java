package io.keystile.app.console.keys;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/** Where the reader's browser reaches this server. */
final class ServerOrigin {

  private ServerOrigin() {}

  /**
   * The origin of a form that was sent, such as {@code http://localhost:8080}: the browser's own
   * word, which the filter has compared with the host. For showing only.
   */
  static String of(HttpRequest<?> request) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    String scheme = request.isSecure() ? "https" : "http";
    return origin == null ? scheme + "://" + request.getHeaders().get(HttpHeaders.HOST) : origin;
  }
}
