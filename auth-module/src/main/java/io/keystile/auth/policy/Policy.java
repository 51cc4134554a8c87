package io.keystile.auth.policy;

import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import io.micronaut.core.order.OrderUtil;
import jakarta.inject.Singleton;
import java.util.List;

/** All checks, in their order. Safe for several threads. */
@Singleton
public final class Policy {

  private final KeyCheck[] checks;

  Policy(List<KeyCheck> checks) {
    this.checks = OrderUtil.sort(checks.stream()).toArray(KeyCheck[]::new);
  }

  /** Accepts the key, or refuses it with the first check that objects. */
  public Verdict decide(StoredKey key, Call call) {
    for (KeyCheck check : checks) {
      Verdict.Rejected refusal = check.check(key, call);
      if (refusal != null) {
        return refusal;
      }
    }
    return key.accepted();
  }
}
