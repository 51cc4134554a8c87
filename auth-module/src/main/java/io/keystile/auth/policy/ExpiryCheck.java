package io.keystile.auth.policy;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import jakarta.inject.Singleton;
import java.time.Instant;
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
  public boolean concerns(StoredKey key) {
    return key.expiresAt() != Long.MAX_VALUE || key.secretEndsAt() != Long.MAX_VALUE;
  }

  @Override
  public Verdict.@Nullable Rejected check(StoredKey key, Call call) {
    return call.now() < end(key, call)
        ? null
        : Verdict.Rejected.of(Reason.EXPIRED_API_KEY, key.key().id());
  }

  @Override
  public boolean identifies() {
    return true;
  }

  @Override
  public String compared(StoredKey key, Call call) {
    long end = end(key, call);
    return end == Long.MAX_VALUE
        ? "no end"
        : "until " + Instant.ofEpochMilli(end) + ", now " + call.instant();
  }

  // Who only asks about a key may do so after its end, but not with a secret that was replaced.
  private static long end(StoredKey key, Call call) {
    return call.identify() ? key.secretEndsAt() : key.expiresAt();
  }
}
