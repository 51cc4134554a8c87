package io.keystile.app.console.keys;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/** Where the reader's browser reaches this server. */
public final class ServerOrigin {

  private ServerOrigin() {}

  /**
   * Such as {@code http://localhost:8080}. Of a form that was sent: the browser's own word, which
   * the filter has compared with the host; else what it asked for. For showing only.
   */
  public static String of(HttpRequest<?> request) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    String scheme = request.isSecure() ? "https" : "http";
    return origin == null ? scheme + "://" + request.getHeaders().get(HttpHeaders.HOST) : origin;
  }
}
