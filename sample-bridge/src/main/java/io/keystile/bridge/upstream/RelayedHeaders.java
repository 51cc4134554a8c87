package io.keystile.bridge.upstream;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.netty.NettyHttpHeaders;
import io.netty.util.AsciiString;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Which headers travel. Both lists name what may: a header nobody has thought of stays behind, with
 * the caller's key, cookies and whereabouts going up, and cookies coming down.
 */
final class RelayedHeaders {

  private static final List<AsciiString> UP =
      named(
          HttpHeaders.ACCEPT,
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_ENCODING,
          HttpHeaders.USER_AGENT,
          "Idempotency-Key",
          "OpenAI-Beta",
          "X-Client-Request-Id",
          "Traceparent",
          "Tracestate");

  private static final List<AsciiString> DOWN =
      named(
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

  /** They keep their hash, while that of a text would be counted again for every request. */
  private static List<AsciiString> named(String... names) {
    return Arrays.stream(names).map(AsciiString::cached).toList();
  }

  static void up(HttpHeaders from, MutableHttpHeaders to) {
    for (AsciiString name : UP) {
      copy(name, from, to);
    }
  }

  static void down(NettyHttpHeaders from, MutableHttpHeaders to) {
    for (AsciiString name : DOWN) {
      copy(name, from, to);
    }
    rateLimits(from, to);
    contentType(from, to);
  }

  private static void rateLimits(NettyHttpHeaders from, MutableHttpHeaders to) {
    Iterator<Map.Entry<CharSequence, CharSequence>> all =
        from.getNettyHeaders().iteratorCharSequence();
    while (all.hasNext()) {
      Map.Entry<CharSequence, CharSequence> header = all.next();
      if (isRateLimit(header.getKey())) {
        to.add(header.getKey(), header.getValue());
      }
    }
  }

  private static boolean isRateLimit(CharSequence name) {
    return AsciiString.regionMatches(name, true, 0, RATE_LIMITS_DOWN, 0, RATE_LIMITS_DOWN.length());
  }

  /** Most are not there, and asking for all values makes a list each time. */
  private static void copy(CharSequence name, HttpHeaders from, MutableHttpHeaders to) {
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
