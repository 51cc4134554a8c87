package io.keystile.app.console;

import io.keystile.app.console.people.SignedIn;
import io.keystile.auth.audit.Actor;
import io.keystile.auth.web.ClientAddresses;
import io.keystile.auth.web.RequestIds;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Who acts, as the audit log names it. */
@Singleton
final class ConsoleActors {

  private final ClientAddresses addresses;

  ConsoleActors(ClientAddresses addresses) {
    this.addresses = addresses;
  }

  Actor of(HttpRequest<?> request, SignedIn signedIn) {
    String address = Objects.toString(addresses.of(request).ip(), null);
    return new Actor(Actor.Kind.CONSOLE, signedIn.user(), address, RequestIds.of(request));
  }
}
