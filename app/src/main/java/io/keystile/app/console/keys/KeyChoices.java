package io.keystile.app.console.keys;

import io.keystile.app.console.keys.KeyFormPage.Choices;
import io.keystile.auth.keys.Account;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeysConfiguration;
import io.keystile.auth.settings.Live;
import io.keystile.auth.web.RouteProtections;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows what can be chosen for a key. */
@Singleton
final class KeyChoices {

  private final Accounts accounts;
  private final RouteProtections routes;
  private final Live<KeysConfiguration> configuration;

  KeyChoices(Accounts accounts, RouteProtections routes, Live<KeysConfiguration> configuration) {
    this.accounts = accounts;
    this.routes = routes;
    this.configuration = configuration;
  }

  Choices find() {
    KeysConfiguration now = configuration.get();
    return new Choices(
        accounts.list(null, ApiKeys.MAX_PAGE).stream().map(Account::name).toList(),
        scopes(),
        String.join(" ", now.defaultScopes()),
        words(now.maxLifetime()));
  }

  private List<String> scopes() {
    return routes.all().stream()
        .flatMap(route -> route.scopes().stream())
        .flatMap(required -> required.names().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static @Nullable String words(@Nullable Duration life) {
    if (life == null) {
      return null;
    }
    return life.toDays() > 0 ? life.toDays() + " days" : life.toHours() + " hours";
  }
}
