package io.keystile.bridge.upstream;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import java.util.List;

/**
 * Which headers travel. Both lists name what may: a header nobody has thought of stays behind, with
 * the caller's key, cookies and whereabouts going up, and cookies coming down.
 */
final class RelayedHeaders {

  private static final List<String> UP =
      List.of(
          HttpHeaders.ACCEPT,
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_ENCODING,
          HttpHeaders.USER_AGENT,
          "Idempotency-Key",
          "OpenAI-Beta",
          "X-Client-Request-Id",
          "Traceparent",
          "Tracestate");

  private static final List<String> DOWN =
      List.of(
          HttpHeaders.CACHE_CONTROL,
          HttpHeaders.CONTENT_ENCODING,
          HttpHeaders.CONTENT_LANGUAGE,
          HttpHeaders.RETRY_AFTER,
          "Retry-After-Ms",
          "X-Should-Retry",
          "X-Request-Id",
          "OpenAI-Model",
          "OpenAI-Processing-Ms",
          "OpenAI-Version");

  private static final String RATE_LIMITS_DOWN = "x-ratelimit-";

  private RelayedHeaders() {}

  static void up(HttpHeaders from, MutableHttpHeaders to) {
    for (String name : UP) {
      copy(name, from, to);
    }
  }

  static void down(HttpHeaders from, MutableHttpHeaders to) {
    for (String name : DOWN) {
      copy(name, from, to);
    }
    for (String name : from.names()) {
      if (name.regionMatches(true, 0, RATE_LIMITS_DOWN, 0, RATE_LIMITS_DOWN.length())) {
        copy(name, from, to);
      }
    }
    contentType(from, to);
  }

  /** Most are not there, and asking for all values makes a list each time. */
  private static void copy(String name, HttpHeaders from, MutableHttpHeaders to) {
    if (from.contains(name)) {
      for (String value : from.getAll(name)) {
        to.add(name, value);
      }
    }
  }

  /** The framework fails over a content type it cannot read, so such a one is left out. */
  private static void contentType(HttpHeaders from, MutableHttpHeaders to) {
    String contentType = from.get(HttpHeaders.CONTENT_TYPE);
    if (contentType != null && isReadable(contentType)) {
      to.set(HttpHeaders.CONTENT_TYPE, contentType);
    }
  }

  private static boolean isReadable(String contentType) {
    try {
      return !MediaType.of(contentType).getSubtype().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
