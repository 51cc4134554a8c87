package io.keystile.auth.limit;

import io.keystile.auth.keys.DefaultLimits;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.settings.Live;
import jakarta.inject.Singleton;

/** The default limits, as operators want them now. */
@Singleton
final class LiveDefaultLimits implements DefaultLimits {

  private final Live<KeyLimits> limits;

  LiveDefaultLimits(Live<LimitsConfiguration> configuration) {
    this.limits = configuration.map(LimitsConfiguration::defaults);
  }

  @Override
  public KeyLimits defaults() {
    return limits.get();
  }
}
