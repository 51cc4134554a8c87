package io.keystile.auth.web;

import io.micronaut.http.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Headers that a request carries only when something stands between client and server. */
final class RelaySigns {

  private static final List<String> USUAL =
      List.of(
          "X-Forwarded-For",
          "Forwarded",
          "X-Real-IP",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Forwarded-Port",
          "X-Forwarded-Server",
          "X-Client-IP",
          "X-Cluster-Client-IP",
          "X-Original-Forwarded-For",
          "X-Envoy-External-Address",
          "CF-Connecting-IP",
          "CF-Connecting-IPv6",
          "True-Client-IP",
          "Fastly-Client-IP",
          "Fly-Client-IP",
          "Via",
          "CDN-Loop");

  private final HeaderNames names;
  private final HeaderSearch search;

  RelaySigns(String configured, HeaderSearch search) {
    this.names =
        new HeaderNames(Stream.concat(Stream.of(configured), USUAL.stream()).distinct().toList());
    this.search = search;
  }

  /** One of the headers that is there, or null. */
  @Nullable String find(HttpHeaders headers) {
    return search.find(headers, names);
  }
}
