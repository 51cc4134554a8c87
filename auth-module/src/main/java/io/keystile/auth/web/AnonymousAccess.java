package io.keystile.auth.web;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.Scopes;
import io.keystile.auth.Verdict;
import io.keystile.auth.guard.Requirement;
import io.keystile.auth.limit.AddressGroup;
import io.keystile.auth.limit.Limits;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.ScopeCheck;
import io.keystile.auth.settings.AuthenticationSwitch;
import io.keystile.auth.settings.ListenAddress;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens while authentication is off: requests to the API pass as an anonymous key. It never
 * has a {@code keystile:} scope, so what needs one goes on asking for a key. The {@code Host} must
 * name this machine, or a page in a browser could reach the API through a name of its own.
 */
@Singleton
final class AnonymousAccess {

  static final ApiKey ANONYMOUS =
      new ApiKey(
          new ApiKeyId(ApiKeyId.PREFIX + "anonymous"), "anonymous", "", null, Scopes.ALL, Map.of());

  private static final Verdict.Accepted ACCEPTED = new Verdict.Accepted(ANONYMOUS);
  private static final Verdict WRONG_HOST = Verdict.Rejected.of(Reason.HOST_NOT_ALLOWED);

  private final AuthenticationSwitch authentication;
  private final ListenAddress listen;
  private final Limits limits;
  private final Clock clock;

  AnonymousAccess(
      AuthenticationSwitch authentication, ListenAddress listen, Limits limits, Clock clock) {
    this.authentication = authentication;
    this.listen = listen;
    this.limits = limits;
    this.clock = clock;
  }

  /** Whether authentication is off, so that somebody without a key may come in. */
  boolean isAllowed() {
    return !authentication.isOn();
  }

  /**
   * The verdict while authentication is off, or null when a key is to be asked for. The default
   * rate limits count for each address.
   */
  @Nullable Verdict decide(HttpRequest<?> request, ClientAddress client, Requirement requirement) {
    if (authentication.isOn() || ScopeCheck.check(Scopes.ALL, null, requirement.scopes()) != null) {
      return null;
    }
    if (!listen.isOpenAllowed() && !isLoopback(request)) {
      return WRONG_HOST;
    }
    return requirement.identify()
        ? ACCEPTED
        : limits.charge(
            ACCEPTED, AddressGroup.of(client.ip()).toString(), callOf(client, requirement));
  }

  private Call callOf(ClientAddress client, Requirement requirement) {
    return new Call(
        clock.millis(), client.ip(), client.local(), requirement.scopes(), requirement.cost());
  }

  private static boolean isLoopback(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return host != null && ListenAddress.isLoopbackName(host.replaceFirst(":\\d{1,5}$", ""));
  }
}
