package io.keystile.app.console.settings;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.settings.AuthenticationSwitch;
import io.keystile.auth.settings.ListenAddress;
import io.keystile.auth.settings.Settings;
import io.keystile.auth.web.RouteProtection.Kind;
import io.keystile.auth.web.RouteProtections;
import jakarta.inject.Singleton;
import java.util.Set;

/** Finds out how the switch of authentication stands. Blocks. */
@Singleton
final class AuthenticationStates {

  private final Settings settings;
  private final ListenAddress listen;
  private final ApiKeys keys;
  private final RouteProtections routes;

  AuthenticationStates(
      Settings settings, ListenAddress listen, ApiKeys keys, RouteProtections routes) {
    this.settings = settings;
    this.listen = listen;
    this.keys = keys;
    this.routes = routes;
  }

  AuthenticationState now() {
    return new AuthenticationState(
        new SettingLine(settings.get(AuthenticationSwitch.NAME)),
        hasUsableKey(),
        listen.isLoopback(),
        listen.isOpenAllowed(),
        routes.all().stream().filter(route -> route.kind() == Kind.GUARDED).count());
  }

  /** Whether there is a key, of the store or the environment, that would be let in. */
  boolean hasUsableKey() {
    KeyQuery active = KeyQuery.ALL.withStatus(Set.of(KeyStatus.ACTIVE));
    return !keys.search(active, null, 1).items().isEmpty();
  }
}
