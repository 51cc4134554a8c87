package io.keystile.auth.keys;

import io.keystile.auth.settings.AuthenticationSwitch;
import io.keystile.auth.settings.SettingAdvice;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Says so when keys are asked for and nobody has one. */
@Singleton
final class NoKeyAdvice implements SettingAdvice {

  private final EnvironmentKeys environment;
  private final UsableKeyRepository repository;
  private final StoreTransactions transactions;
  private final Clock clock;

  NoKeyAdvice(
      EnvironmentKeys environment,
      UsableKeyRepository repository,
      StoreTransactions transactions,
      Clock clock) {
    this.environment = environment;
    this.repository = repository;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public @Nullable String find(String name, @Nullable String value) {
    return name.equals(AuthenticationSwitch.NAME)
            && "true".equals(value)
            && environment.all().isEmpty()
            && !transactions.read("the keys", () -> repository.isAnyUsable(clock.millis()))
        ? "no key exists that can be used: nobody gets in; make one first"
        : null;
  }
}
