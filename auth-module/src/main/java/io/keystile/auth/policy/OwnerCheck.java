package io.keystile.auth.policy;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** A key whose owner is switched off is refused. */
@Singleton
final class OwnerCheck implements KeyCheck {

  @Override
  public String name() {
    return "owner";
  }

  @Override
  public int getOrder() {
    return OWNER_ORDER;
  }

  @Override
  public boolean concerns(StoredKey key) {
    return !key.ownerEnabled();
  }

  @Override
  public Verdict.@Nullable Rejected check(StoredKey key, Call call) {
    return key.ownerEnabled()
        ? null
        : Verdict.Rejected.of(Reason.DISABLED_API_KEY, key.key().id())
            .withMessage(
                "The account that owns this API key is disabled. Please ask its administrator to"
                    + " enable it.");
  }

  @Override
  public boolean identifies() {
    return true;
  }

  @Override
  public String compared(StoredKey key, Call call) {
    String owner = key.key().owner();
    if (owner == null) {
      return "no owner";
    }
    return "owner " + owner + (key.ownerEnabled() ? ", switched on" : ", switched off");
  }
}
