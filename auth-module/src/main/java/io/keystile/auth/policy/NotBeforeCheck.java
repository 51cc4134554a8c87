package io.keystile.auth.policy;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key is refused before its first instant. */
@Singleton
final class NotBeforeCheck implements KeyCheck {

  @Override
  public String name() {
    return "not-before";
  }

  @Override
  public int getOrder() {
    return NOT_BEFORE_ORDER;
  }

  @Override
  public boolean concerns(StoredKey key) {
    return key.notBefore() != Long.MIN_VALUE;
  }

  @Override
  public Verdict.@Nullable Rejected check(StoredKey key, Call call) {
    if (call.now() >= key.notBefore()) {
      return null;
    }
    return Verdict.Rejected.of(Reason.INACTIVE_API_KEY, key.key().id())
        .withMessage(
            "This API key is not valid before " + Instant.ofEpochMilli(key.notBefore()) + ".");
  }

  @Override
  public String compared(StoredKey key, Call call) {
    return key.notBefore() == Long.MIN_VALUE
        ? "no first instant"
        : "from " + Instant.ofEpochMilli(key.notBefore()) + ", now " + call.instant();
  }
}
