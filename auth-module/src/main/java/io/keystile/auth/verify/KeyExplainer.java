package io.keystile.auth.verify;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.LimitState;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.EnvironmentKeys;
import io.keystile.auth.keys.KeyShapes;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.keys.StoredKeys;
import io.keystile.auth.limit.Limits;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.CheckOutcome;
import io.keystile.auth.policy.Policy;
import io.keystile.auth.policy.Told;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeySecret;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says why a key is accepted or refused. It counts nothing and uses nothing up. For operators: it
 * tells more than a caller may learn. Blocks.
 *
 * @since 0.1
 */
@Singleton
public final class KeyExplainer {

  private final KeyShapes shapes;
  private final EnvironmentKeys environment;
  private final KeyHasher hasher;
  private final StoredKeys store;
  private final Policy policy;
  private final Limits limits;

  KeyExplainer(
      KeyShapes shapes,
      EnvironmentKeys environment,
      KeyHasher hasher,
      StoredKeys store,
      Policy policy,
      Limits limits) {
    this.shapes = shapes;
    this.environment = environment;
    this.hasher = hasher;
    this.store = store;
    this.policy = policy;
    this.limits = limits;
  }

  /**
   * What would happen to the key if it were presented for the call.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be asked
   */
  public Explanation explain(KeySecret presented, Call call) {
    KeyDigest digest = hasher.digest(presented);
    if (!shapes.isPlausible(presented) && !environment.contains(digest)) {
      return unknown(NoKey.MISTYPED);
    }
    Optional<StoredKey> key = find(presented, digest);
    return key.isEmpty()
        ? unknown(NoKey.UNKNOWN)
        : explain(key.get(), call, NoKey.WELL_FORMED, new CheckOutcome("known", true, null));
  }

  /**
   * What would happen to a key of the store, or of the environment, if its present secret came with
   * the call.
   *
   * @throws io.keystile.auth.keys.KeyNotFoundException when there is none with this id
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be asked
   */
  public Explanation explain(ApiKeyId id, Call call) {
    return explain(store.get(id), call, new CheckOutcome("known", true, null));
  }

  private Explanation explain(StoredKey key, Call call, CheckOutcome... before) {
    List<CheckOutcome> checks = new ArrayList<>(List.of(before));
    checks.addAll(policy.explain(key, call));
    limits.prepare(key);
    Verdict last = Objects.requireNonNull(limits.look(key, call), "the key was prepared");
    checks.add(outcome(last));
    Verdict objection = policy.findObjection(key, call);
    return new Explanation(key.key(), objection == null ? last : objection, checks);
  }

  private static CheckOutcome outcome(Verdict limited) {
    return limited instanceof Verdict.Rejected refused
        ? new CheckOutcome("limits", false, refused.message(), left(refused.limits()))
        : new CheckOutcome("limits", true, null, left(((Verdict.Accepted) limited).limits()));
  }

  private static String left(@Nullable LimitState limits) {
    return limits == null ? "no limit" : limits.text();
  }

  private Optional<StoredKey> find(KeySecret presented, KeyDigest digest) {
    return Stream.concat(Stream.of(digest), hasher.olderDigests(presented).stream())
        .map(store::find)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Explanation unknown(Verdict.Rejected refusal) {
    List<CheckOutcome> checks = refusal.evidence() instanceof Told told ? told.checks() : List.of();
    return new Explanation(null, refusal, checks);
  }
}
