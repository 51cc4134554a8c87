package io.keystile.auth.verify;

import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.Policy;
import io.keystile.auth.usage.KeyUses;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Decides about a key that was found: the checks, then the limits; what passes is counted. */
@Singleton
final class KeyDecision {

  private final Policy policy;
  private final KeyUses uses;

  KeyDecision(Policy policy, KeyUses uses) {
    this.policy = policy;
    this.uses = uses;
  }

  /** The verdict, or null when something has to be loaded first; then nothing was counted. */
  @Nullable Verdict decide(StoredKey key, Call call) {
    Verdict verdict = policy.decide(key, call);
    if (verdict instanceof Verdict.Accepted) {
      uses.of(key.key().id(), key.generation()).record(call.now(), call.address());
    }
    return verdict;
  }
}
