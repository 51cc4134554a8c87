package io.keystile.auth.management;

import io.keystile.auth.settings.ListenAddress;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a request that a browser sent with its cookies was meant by the user: it came to a
 * name of ours, so that no other name was led to this address, and, where it changes something,
 * from a page of ours.
 */
@Singleton
final class Origins {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final String FETCH_SITE = "Sec-Fetch-Site";
  private static final String PORT = ":[0-9]{1,5}$";

  private final Set<String> hosts = new HashSet<>();

  Origins(
      ManagementConfiguration configuration,
      @Property(name = "micronaut.server.host") @Nullable String listening) {
    configuration.hosts().forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
    if (listening != null) {
      String host = listening.toLowerCase(Locale.ROOT);
      hosts.add(host);
      hosts.add("[" + host + "]");
    }
  }

  /** What speaks against the request, or null when nothing does. */
  @Nullable String objection(HttpRequest<?> request) {
    String host = single(request, HttpHeaders.HOST);
    if (host == null || !isOurs(host)) {
      return "The Host is none of this server's names. Use a loopback name, or name the host in"
          + " keystile.management.hosts.";
    }
    return SAFE.contains(request.getMethod()) || isFromHere(request, host)
        ? null
        : "The request comes from a page of another origin, or does not say from which.";
  }

  private boolean isOurs(String host) {
    String name = host.replaceFirst(PORT, "").toLowerCase(Locale.ROOT);
    return ListenAddress.isLoopbackName(name) || hosts.contains(name);
  }

  private static boolean isFromHere(HttpRequest<?> request, String host) {
    List<String> sites = request.getHeaders().getAll(FETCH_SITE);
    List<String> origins = request.getHeaders().getAll(HttpHeaders.ORIGIN);
    if (sites.isEmpty() && origins.isEmpty()) {
      return false;
    }
    return sites.stream().allMatch("same-origin"::equals)
        && origins.stream().allMatch(origin -> isOrigin(origin, host));
  }

  // A proxy may take TLS off, so either scheme may stand before the same host.
  private static boolean isOrigin(String origin, String host) {
    return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
  }

  private static @Nullable String single(HttpRequest<?> request, String header) {
    List<String> lines = request.getHeaders().getAll(header);
    return lines.size() == 1 ? lines.get(0) : null;
  }
}
