package io.keystile.auth.policy;

import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import io.micronaut.core.order.OrderUtil;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All checks, in their order. Safe for several threads. */
@Singleton
public final class Policy {

  private final KeyCheck[] checks;
  private final KeyCheck[] identifying;

  Policy(List<KeyCheck> checks) {
    this.checks = OrderUtil.sort(checks.stream()).toArray(KeyCheck[]::new);
    this.identifying =
        Arrays.stream(this.checks).filter(KeyCheck::identifies).toArray(KeyCheck[]::new);
  }

  /** The refusal of the first check that objects, or null when the key passes them all. */
  public Verdict.@Nullable Rejected findObjection(StoredKey key, Call call) {
    for (KeyCheck check : checksOf(call)) {
      Verdict.Rejected refusal = check.check(key, call);
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  /** What every check says, also those behind the first that objects. */
  public List<CheckOutcome> explain(StoredKey key, Call call) {
    return Arrays.stream(checksOf(call)).map(check -> outcome(check, key, call)).toList();
  }

  private KeyCheck[] checksOf(Call call) {
    return call.identify() ? identifying : checks;
  }

  private static CheckOutcome outcome(KeyCheck check, StoredKey key, Call call) {
    try {
      return ask(check, key, call);
    } catch (RuntimeException e) {
      // One that an application brought may fail; the others still have something to say.
      return new CheckOutcome(
          check.name(), false, "This check failed.", e.getClass().getSimpleName());
    }
  }

  private static CheckOutcome ask(KeyCheck check, StoredKey key, Call call) {
    Verdict.Rejected refusal = check.check(key, call);
    return new CheckOutcome(
        check.name(),
        refusal == null,
        refusal == null ? null : refusal.message(),
        check.compared(key, call));
  }
}
