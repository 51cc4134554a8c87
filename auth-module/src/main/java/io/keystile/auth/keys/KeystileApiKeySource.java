package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.secret.SecretSettings;
import jakarta.inject.Singleton;
import java.util.List;

/** The key in {@code KEYSTILE_API_KEY}. */
@Singleton
final class KeystileApiKeySource implements EnvironmentKeySource {

  private static final String SETTING = "keystile.api-key";

  private final SecretSettings settings;

  KeystileApiKeySource(SecretSettings settings) {
    this.settings = settings;
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public List<EnvironmentKey> keys() {
    return settings
        .find(SETTING)
        .map(text -> new EnvironmentKey("KEYSTILE_API_KEY", KeySecret.of(text), Scopes.ALL))
        .stream()
        .toList();
  }
}
