package io.keystile.auth.verify;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.KeyShapes;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.Policy;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeySecret;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guarantees a verdict for every presented key: accepted only when the store, or what it said a
 * moment ago, knows the key and every check passes. When the store cannot be asked, the verdict is
 * a refusal. Safe for several threads; never blocks.
 *
 * @since 0.1
 */
@Singleton
public final class KeyVerifier {

  private static final Logger LOG = LoggerFactory.getLogger(KeyVerifier.class);
  private static final Verdict UNKNOWN = Verdict.Rejected.of(Reason.INVALID_API_KEY);
  private static final Verdict UNAVAILABLE = Verdict.Rejected.of(Reason.KEY_STORE_UNAVAILABLE);

  private final KeyShapes shapes;
  private final KeyHasher hasher;
  private final KeyCache cache;
  private final KeyLookup lookup;
  private final Policy policy;

  KeyVerifier(KeyShapes shapes, KeyHasher hasher, KeyCache cache, KeyLookup lookup, Policy policy) {
    this.shapes = shapes;
    this.hasher = hasher;
    this.cache = cache;
    this.lookup = lookup;
    this.policy = policy;
  }

  /**
   * The verdict, when it can be had without the store.
   *
   * @return the verdict, or null when the store has to be asked: then call {@link #verify}
   */
  public @Nullable Verdict verifyNow(KeySecret presented, Call call) {
    KeyDigest digest = hasher.digest(presented);
    StoredKey key = cache.findCached(digest);
    if (key != null) {
      return decide(key, call);
    }
    return !shapes.isPlausible(presented) || cache.isKnownUnknown(digest) ? UNKNOWN : null;
  }

  /** The verdict, from the store if need be. It never fails. */
  public CompletionStage<Verdict> verify(KeySecret presented, Call call) {
    Verdict now = verifyNow(presented, call);
    if (now != null) {
      return CompletableFuture.completedFuture(now);
    }
    return lookup
        .find(hasher.digest(presented), presented)
        .handle((key, fault) -> fault == null ? decide(key, call) : unavailable(fault));
  }

  private Verdict decide(@Nullable StoredKey key, Call call) {
    if (key == null) {
      return UNKNOWN;
    }
    try {
      return policy.decide(key, call);
    } catch (RuntimeException e) {
      // A check that an application brought may fail; that must not open anything.
      return unavailable(e);
    }
  }

  private static Verdict unavailable(Throwable fault) {
    LOG.error("A key could not be checked, the call is refused", fault);
    return UNAVAILABLE;
  }
}
