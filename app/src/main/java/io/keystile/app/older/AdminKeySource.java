package io.keystile.app.older;

import io.keystile.auth.Scopes;
import io.keystile.auth.keys.EnvironmentKey;
import io.keystile.auth.keys.EnvironmentKeySource;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.secret.SecretSettings;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key in {@code ADMIN_API_KEY}, which may do everything, and manage. */
@Singleton
final class AdminKeySource implements EnvironmentKeySource {

  private static final Logger LOG = LoggerFactory.getLogger(AdminKeySource.class);
  private static final int LONG_ENOUGH = 32;

  private final SecretSettings settings;

  AdminKeySource(SecretSettings settings) {
    this.settings = settings;
  }

  @Override
  public int getOrder() {
    return 100;
  }

  @Override
  public List<EnvironmentKey> keys() {
    return settings.find("admin-api-key").map(AdminKeySource::key).stream().toList();
  }

  private static EnvironmentKey key(String text) {
    if (text.length() < LONG_ENOUGH) {
      LOG.warn("The key in ADMIN_API_KEY is short; take {} or more characters", LONG_ENOUGH);
    }
    return new EnvironmentKey(
        "ADMIN_API_KEY", KeySecret.of(text), Scopes.of("*", "keystile:admin"));
  }
}
