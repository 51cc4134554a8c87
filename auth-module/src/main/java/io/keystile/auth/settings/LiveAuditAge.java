package io.keystile.auth.settings;

import io.keystile.auth.audit.AuditAge;
import io.keystile.auth.audit.AuditConfiguration;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Follows {@code keystile.audit.retention}, which the audit log itself cannot: it is used here. */
@Singleton
final class LiveAuditAge implements AuditAge {

  private final Live<AuditConfiguration> configuration;

  LiveAuditAge(Live<AuditConfiguration> configuration) {
    this.configuration = configuration;
  }

  @Override
  public @Nullable Duration find() {
    return configuration.get().retention();
  }
}
