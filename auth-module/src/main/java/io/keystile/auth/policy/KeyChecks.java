package io.keystile.auth.policy;

import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the checks, in their order. Immutable. */
public final class KeyChecks {

  private final KeyCheck[] checks;

  KeyChecks(List<KeyCheck> checks) {
    this.checks = checks.toArray(KeyCheck[]::new);
  }

  /** The refusal of the first check that objects, or null when the key passes them all. */
  public Verdict.@Nullable Rejected findObjection(StoredKey key, Call call) {
    for (KeyCheck check : checks) {
      Verdict.Rejected refusal = check.check(key, call);
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }
}
