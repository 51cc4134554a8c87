package io.keystile.app.console.keys;

import io.keystile.app.console.Faults;
import io.keystile.app.console.FieldChecks;
import io.keystile.app.console.LocalMoment;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.verify.Explanation;
import io.keystile.auth.verify.KeyExplainer;
import io.keystile.auth.web.RouteProtection;
import io.keystile.auth.web.RouteProtections;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers what would happen to a key; nothing is counted or used up. */
@Singleton
final class Trials {

  private final KeyExplainer explainer;
  private final RouteProtections routes;
  private final Clock clock;

  Trials(KeyExplainer explainer, RouteProtections routes, Clock clock) {
    this.explainer = explainer;
    this.routes = routes;
    this.clock = clock;
  }

  /** The empty question. */
  Trial ask() {
    return new Trial("", "", "", "UTC", names(), null);
  }

  /** The question with its answer, or with faults and none. */
  Trial ask(ApiKeyId id, String address, String route, String at, String zone, Faults faults) {
    ClientIp from =
        address.isBlank()
            ? null
            : FieldChecks.check(faults, "address", address.strip(), ClientIp::parse);
    Instant when =
        at.isBlank()
            ? clock.instant()
            : FieldChecks.check(faults, "at", at, text -> LocalMoment.parse(text, zone));
    List<RequiredScopes> required = FieldChecks.check(faults, "route", route, this::required);
    Explanation answer =
        !faults.isEmpty() || when == null || required == null
            ? null
            : explain(id, from, when, required);
    return new Trial(address, route, at, zone, names(), answer);
  }

  private Explanation explain(
      ApiKeyId id, @Nullable ClientIp from, Instant when, List<RequiredScopes> required) {
    boolean local = from != null && from.isLoopback();
    return explainer.explain(id, new Call(when.toEpochMilli(), from, local, required, 1));
  }

  private List<RequiredScopes> required(String route) {
    return route.isEmpty()
        ? List.of()
        : guarded().stream()
            .filter(there -> name(there).equals(route))
            .findFirst()
            .map(RouteProtection::scopes)
            .orElseThrow(() -> new IllegalArgumentException("There is no such route."));
  }

  private List<String> names() {
    return guarded().stream().map(Trials::name).toList();
  }

  private List<RouteProtection> guarded() {
    return routes.all().stream()
        .filter(route -> route.kind() == RouteProtection.Kind.GUARDED)
        .filter(route -> !route.method().equals("HEAD"))
        .toList();
  }

  private static String name(RouteProtection route) {
    return route.method() + " " + route.template();
  }
}
