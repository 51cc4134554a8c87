package io.keystile.auth.web;

import io.keystile.auth.policy.RequiredScopes;
import java.util.List;
import java.util.Locale;

/**
 * How one route is protected.
 *
 * @param method the HTTP method
 * @param template the route's template
 * @param kind whether and why it is open
 * @param scopes what each guard on it asks for
 * @since 0.1
 */
public record RouteProtection(
    String method, String template, Kind kind, List<RequiredScopes> scopes) {

  /** Whether and why a route is open. */
  public enum Kind {
    /** It asks for a key. */
    GUARDED,
    /** {@code @PermitAll}, or a public route of the configuration. */
    OPEN_ON_PURPOSE,
    /** Nothing guards it. */
    OPEN;

    /** As JSON and the command line spell it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public RouteProtection {
    scopes = List.copyOf(scopes);
  }
}
