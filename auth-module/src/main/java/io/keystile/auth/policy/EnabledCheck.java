package io.keystile.auth.policy;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** A key that is switched off is refused. */
@Singleton
final class EnabledCheck implements KeyCheck {

  @Override
  public String name() {
    return "enabled";
  }

  @Override
  public int getOrder() {
    return ENABLED_ORDER;
  }

  @Override
  public boolean concerns(StoredKey key) {
    return !key.enabled();
  }

  @Override
  public Verdict.@Nullable Rejected check(StoredKey key, Call call) {
    return key.enabled() ? null : Verdict.Rejected.of(Reason.DISABLED_API_KEY, key.key().id());
  }

  @Override
  public boolean identifies() {
    return true;
  }

  @Override
  public String compared(StoredKey key, Call call) {
    return key.enabled() ? "switched on" : "switched off";
  }
}
