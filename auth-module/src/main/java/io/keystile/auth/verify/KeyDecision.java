package io.keystile.auth.verify;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.limit.Limits;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.Policy;
import io.keystile.auth.usage.KeyUses;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides about a key that was found: the checks, then the limits; what passes is counted. */
@Singleton
final class KeyDecision {

  private static final Logger LOG = LoggerFactory.getLogger(KeyDecision.class);
  private static final Verdict FAILED = Verdict.Rejected.of(Reason.KEY_STORE_UNAVAILABLE);

  private final Policy policy;
  private final Limits limits;
  private final KeyUses uses;

  KeyDecision(Policy policy, Limits limits, KeyUses uses) {
    this.policy = policy;
    this.limits = limits;
    this.uses = uses;
  }

  /** The verdict, or null when something has to be loaded first; then nothing was counted. */
  @Nullable Verdict decide(StoredKey key, Call call) {
    try {
      return decideOrThrow(key, call);
    } catch (RuntimeException e) {
      // A check that an application brought may fail; that must not open anything.
      LOG.error("A key could not be checked, the call is refused", e);
      return FAILED;
    }
  }

  private @Nullable Verdict decideOrThrow(StoredKey key, Call call) {
    Verdict checked = policy.decide(key, call);
    Verdict verdict = checked instanceof Verdict.Accepted ? limits.charge(key, call) : checked;
    if (verdict instanceof Verdict.Accepted) {
      uses.of(key.key().id(), key.generation()).record(call.now(), call.address());
    }
    return verdict;
  }
}
