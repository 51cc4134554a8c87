package io.keystile.auth.policy;

import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import io.micronaut.core.order.OrderUtil;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All checks, in their order. Safe for several threads. */
@Singleton
public final class Policy {

  private final List<KeyCheck> checks;
  private final List<KeyCheck> identifying;
  private final KeyChecks identification;
  // Most keys are alike in this, so that they share few.
  private final Map<List<KeyCheck>, KeyChecks> concerned = new ConcurrentHashMap<>();

  Policy(List<KeyCheck> checks) {
    this.checks = OrderUtil.sort(checks.stream()).toList();
    this.identifying = this.checks.stream().filter(KeyCheck::identifies).toList();
    this.identification = new KeyChecks(identifying);
  }

  /** The checks that calls with the key have to pass, as long as the key does not change. */
  public KeyChecks of(StoredKey key) {
    return concerned.computeIfAbsent(
        checks.stream().filter(check -> check.concerns(key)).toList(), KeyChecks::new);
  }

  /** The refusal of the first check that objects, or null when the key passes them all. */
  public Verdict.@Nullable Rejected findObjection(StoredKey key, Call call) {
    return (call.identify() ? identification : of(key)).findObjection(key, call);
  }

  /** What every check says, also those behind the first that objects. */
  public List<CheckOutcome> explain(StoredKey key, Call call) {
    List<KeyCheck> asked = call.identify() ? identifying : checks;
    return asked.stream().map(check -> outcome(check, key, call)).toList();
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
