package io.keystile.auth.management;

import io.keystile.auth.address.ClientIp;
import io.keystile.auth.audit.Actor;
import io.keystile.auth.guard.Caller;
import io.keystile.auth.guard.Callers;
import io.keystile.auth.web.ClientAddresses;
import io.keystile.auth.web.RequestIds;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Who calls, as the audit log names it. */
@Singleton
final class ManagementActors {

  private final Callers callers;
  private final ClientAddresses addresses;

  ManagementActors(Callers callers, ClientAddresses addresses) {
    this.callers = callers;
    this.addresses = addresses;
  }

  Actor of(HttpRequest<?> request) {
    Caller caller = callers.findCaller();
    ClientIp ip = addresses.of(request).ip();
    String address = Objects.toString(ip, null);
    String requestId = RequestIds.of(request);
    if (caller == null) {
      return Actor.anonymous(address, requestId);
    }
    Actor.Kind kind = caller.key() == null ? Actor.Kind.CONSOLE : Actor.Kind.KEY;
    return new Actor(kind, caller.id(), address, requestId);
  }
}
