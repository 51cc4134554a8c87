package io.keystile.auth.verify;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.limit.Limits;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.Judged;
import io.keystile.auth.policy.Policy;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides about a key that was found: the checks, then the limits; what passes is counted. */
@Singleton
final class KeyDecision {

  private static final Logger LOG = LoggerFactory.getLogger(KeyDecision.class);

  private final Policy policy;
  private final Limits limits;

  KeyDecision(Policy policy, Limits limits) {
    this.policy = policy;
    this.limits = limits;
  }

  /** The verdict, or null when something has to be loaded first; then nothing was counted. */
  @Nullable Verdict decide(KnownKey known, Call call) {
    try {
      Verdict verdict = call.identify() ? identify(known, call) : use(known, call);
      return verdict instanceof Verdict.Rejected refused
          ? explained(refused, known, call)
          : verdict;
    } catch (RuntimeException e) {
      // A check that an application brought may fail; that must not open anything.
      LOG.error("A key could not be checked, the call is refused", e);
      Verdict.Rejected failed = Verdict.Rejected.of(Reason.KEY_STORE_UNAVAILABLE, known.key().id());
      return explained(failed, known, call);
    }
  }

  private @Nullable Verdict use(KnownKey known, Call call) {
    Verdict objection = known.findObjection(call);
    Verdict verdict = objection == null ? limits.charge(known, call, known) : objection;
    if (verdict instanceof Verdict.Accepted) {
      known.record(call.now(), call.address());
    }
    return verdict;
  }

  /** Accepts a holder with what is left of the limits, be it nothing. */
  private @Nullable Verdict identify(StoredKey key, Call call) {
    Verdict objection = policy.findObjection(key, call);
    if (objection != null) {
      return objection;
    }
    Verdict looked = limits.look(key, call);
    return looked instanceof Verdict.Rejected exhausted
        ? new Verdict.Accepted(key.key(), exhausted.limits())
        : looked;
  }

  private static Verdict explained(Verdict.Rejected refused, KnownKey known, Call call) {
    return refused.withEvidence(new Judged(known, call));
  }
}
