package io.keystile.auth.policy;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** A key is refused from the exact instant of its expiry on. */
@Singleton
final class ExpiryCheck implements KeyCheck {

  @Override
  public String name() {
    return "expiry";
  }

  @Override
  public int getOrder() {
    return EXPIRY_ORDER;
  }

  @Override
  public Verdict.@Nullable Rejected check(StoredKey key, Call call) {
    return call.now() < key.expiresAt()
        ? null
        : Verdict.Rejected.of(Reason.EXPIRED_API_KEY, key.key().id());
  }
}
