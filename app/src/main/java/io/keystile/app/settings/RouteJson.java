package io.keystile.app.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.web.RouteProtection;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Collectors;

/** A route as JSON shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RouteJson(String method, String template, String protection, List<GuardJson> guards) {

  /** What one guard on it asks for. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record GuardJson(List<String> scopes, String match) {

    static GuardJson of(RequiredScopes required) {
      return new GuardJson(required.names(), required.any() ? "any" : "all");
    }

    String text() {
      return String.join(match.equals("any") ? " or " : " and ", scopes);
    }
  }

  /** All routes. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(List<RouteJson> items) {}

  static RouteJson of(RouteProtection route) {
    return new RouteJson(
        route.method(),
        route.template(),
        route.kind().text(),
        route.scopes().stream().map(GuardJson::of).toList());
  }

  String line() {
    String scopes = guards.stream().map(GuardJson::text).collect(Collectors.joining(", "));
    return method + "  " + template + "  " + protection + (scopes.isEmpty() ? "" : "  " + scopes);
  }
}
