package io.keystile.auth.management;

import io.keystile.auth.Scopes;
import io.keystile.auth.guard.Caller;
import io.keystile.auth.guard.Callers;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.KeysConfiguration;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.settings.Live;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps callers from handing out more than they have: whatever gives power to a key or an account
 * asks here whether the caller has all of that power itself. {@code keystile:admin} includes {@code
 * keystile:read} here, because whoever may change everything may see everything.
 */
@Singleton
final class Grants {

  private static final String READ = "keystile:read";
  private static final String ADMIN = "keystile:admin";

  private final Callers callers;
  private final Accounts accounts;
  private final Live<KeysConfiguration> configuration;

  Grants(Callers callers, Accounts accounts, Live<KeysConfiguration> configuration) {
    this.callers = callers;
    this.accounts = accounts;
    this.configuration = configuration;
  }

  /**
   * The settings with scopes in place of defaults, when the caller may grant them.
   *
   * @throws RefusedException when it may not
   */
  KeySettings require(KeySettings settings) {
    Scopes scopes = settings.scopes() == null ? defaults(settings.owner()) : settings.scopes();
    require(scopes);
    return settings.withScopes(scopes);
  }

  /**
   * Lets a key through that the caller could have made itself.
   *
   * @throws RefusedException when the key can do more than the caller
   */
  void require(ManagedKey key) {
    require(key.scopes());
  }

  /**
   * Lets scopes through that the caller has.
   *
   * @throws RefusedException when it lacks one
   */
  void require(Scopes scopes) {
    Caller caller = callers.findCaller();
    Scopes own = caller == null ? Scopes.NONE : caller.scopes();
    List<String> missing = scopes.grants().stream().filter(grant -> !includes(own, grant)).toList();
    if (!missing.isEmpty()) {
      throw new RefusedException(
          HttpStatus.FORBIDDEN,
          "scope_not_held",
          "Nobody can hand out more than they have; the caller lacks: "
              + String.join(", ", missing)
              + ".");
    }
  }

  private Scopes defaults(@Nullable String owner) {
    return owner == null
        ? Scopes.of(configuration.get().defaultScopes())
        : accounts.get(owner).scopes();
  }

  private static boolean includes(Scopes own, String grant) {
    return own.includes(grant) || (grant.equals(READ) && own.covers(ADMIN));
  }
}
