package io.keystile.auth.verify;

import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.limit.Limits;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.Policy;
import io.keystile.auth.usage.KeyUses;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Decides about a key that was found: the checks, then the limits; what passes is counted. */
@Singleton
final class KeyDecision {

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
    Verdict checked = policy.decide(key, call);
    Verdict verdict = checked instanceof Verdict.Accepted ? limits.charge(key, call) : checked;
    if (verdict instanceof Verdict.Accepted) {
      uses.of(key.key().id(), key.generation()).record(call.now(), call.address());
    }
    return verdict;
  }
}
