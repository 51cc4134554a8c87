package io.keystile.app.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;

/**
 * Whether a page of ours sent a request. Asked on loopback as well: any web page can send a browser
 * there.
 */
final class SameOrigin {

  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private SameOrigin() {}

  static boolean holds(HttpRequest<?> request) {
    List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
    List<String> sites = request.getHeaders().getAll(FETCH_SITE);
    List<String> origins = request.getHeaders().getAll(HttpHeaders.ORIGIN);
    return hosts.size() == 1
        && !(sites.isEmpty() && origins.isEmpty())
        && sites.stream().allMatch("same-origin"::equals)
        && origins.stream().allMatch(origin -> isOrigin(origin, hosts.get(0)));
  }

  /** Whether the page came over TLS, whatever a proxy made of it. */
  static boolean isSecure(HttpRequest<?> request) {
    List<String> origins = request.getHeaders().getAll(HttpHeaders.ORIGIN);
    return request.isSecure()
        || (origins.size() == 1 && origins.get(0).regionMatches(true, 0, "https:", 0, 6));
  }

  private static boolean isOrigin(String origin, String host) {
    return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
  }
}
