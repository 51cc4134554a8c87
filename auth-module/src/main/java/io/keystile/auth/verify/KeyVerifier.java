package io.keystile.auth.verify;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.keys.EnvironmentKeys;
import io.keystile.auth.keys.KeyShapes;
import io.keystile.auth.limit.BruteForceGuard;
import io.keystile.auth.policy.Call;
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
  private static final Verdict UNAVAILABLE = Verdict.Rejected.of(Reason.KEY_STORE_UNAVAILABLE);

  private final KeyShapes shapes;
  private final EnvironmentKeys environment;
  private final KeyHasher hasher;
  private final KeyCache cache;
  private final UnknownKeys unknown;
  private final KeyLookup lookup;
  private final KeyDecision decision;
  private final BruteForceGuard guard;

  KeyVerifier(
      KeyShapes shapes,
      EnvironmentKeys environment,
      KeyHasher hasher,
      KeyCache cache,
      UnknownKeys unknown,
      KeyLookup lookup,
      KeyDecision decision,
      BruteForceGuard guard) {
    this.shapes = shapes;
    this.environment = environment;
    this.hasher = hasher;
    this.cache = cache;
    this.unknown = unknown;
    this.lookup = lookup;
    this.decision = decision;
    this.guard = guard;
  }

  /** The refusal of an address that is blocked because of wrong keys, whatever it presents. */
  public Verdict.@Nullable Rejected findBlock(@Nullable ClientIp address, boolean local) {
    return guard.refusal(address, local);
  }

  /**
   * Whether the text is meant for us, right or wrong: a key may be hidden in it, or it begins like
   * one of ours. Other text may be a credential of another kind.
   */
  public boolean isMeantAsKey(KeySecret presented) {
    return shapes.isMeantAsKey(presented) || environment.contains(hasher.digest(presented));
  }

  /**
   * The verdict, when it can be had without the store. A blocked address is refused before anything
   * is looked at.
   *
   * @return the verdict, or null when the store has to be asked, or a wrong key has to wait for a
   *     place: then call {@link #verifyLater}
   */
  public @Nullable Verdict verifyNow(KeySecret presented, Call call) {
    Verdict refusal = findBlock(call.address(), call.local());
    if (refusal != null) {
      return refusal;
    }
    Verdict verdict = decideNow(presented, call);
    if (verdict == NoKey.UNKNOWN || verdict == NoKey.MISTYPED) {
      return guard.countFailure(call.address(), call.local(), verdict);
    }
    return verdict == null ? null : tellGuard(verdict, call);
  }

  /**
   * The verdict, from the store if need be. It never fails. It may come on the thread that reads
   * the store: work that takes long belongs on another.
   */
  public CompletionStage<Verdict> verify(KeySecret presented, Call call) {
    Verdict now = verifyNow(presented, call);
    return now != null ? CompletableFuture.completedFuture(now) : verifyLater(presented, call);
  }

  /** The same for a key and a call of which {@link #verifyNow} just could not say. */
  public CompletionStage<Verdict> verifyLater(KeySecret presented, Call call) {
    return guard.evaluate(call.address(), call.local(), () -> evaluate(presented, call));
  }

  private @Nullable Verdict decideNow(KeySecret presented, Call call) {
    KnownKey recent = cache.findRecent(presented, call.now());
    Verdict verdict = recent == null ? null : decision.decide(recent, call);
    return verdict == null ? decideNow(presented, hasher.digest(presented), call) : verdict;
  }

  private @Nullable Verdict decideNow(KeySecret presented, KeyDigest digest, Call call) {
    KnownKey key = cache.findCached(digest, call.now());
    if (key != null) {
      Verdict verdict = decision.decide(key, call);
      if (verdict == null) {
        // Else loading would find it in memory, still without what its quotas have used.
        cache.drop(digest, key);
      } else {
        cache.keepRecent(presented, key);
      }
      return verdict;
    }
    if (!isPlausible(presented, digest)) {
      return NoKey.MISTYPED;
    }
    return unknown.isUnknown(digest, presented, call.now()) || cache.isKnownUnknown(digest)
        ? NoKey.UNKNOWN
        : null;
  }

  private boolean isPlausible(KeySecret presented, KeyDigest digest) {
    return shapes.isPlausible(presented) || environment.contains(digest);
  }

  private CompletionStage<Verdict> evaluate(KeySecret presented, Call call) {
    KeyDigest digest = hasher.digest(presented);
    Verdict now = decideNow(presented, digest, call);
    if (now != null) {
      return CompletableFuture.completedFuture(tellGuard(now, call));
    }
    return lookup
        .find(digest, presented)
        .handle((key, fault) -> fault == null ? decideFound(key, call) : unavailable(fault));
  }

  private Verdict decideFound(@Nullable KnownKey key, Call call) {
    if (key == null) {
      unknown.missed(call.now());
      return NoKey.UNKNOWN;
    }
    Verdict verdict = decision.decide(key, call);
    return verdict == null ? UNAVAILABLE : tellGuard(verdict, call);
  }

  /** Who only asks about a key, which may be expired, proves nothing. */
  private Verdict tellGuard(Verdict verdict, Call call) {
    if (verdict instanceof Verdict.Accepted && !call.identify()) {
      guard.succeeded(call.address(), call.local());
    }
    return verdict;
  }

  private static Verdict unavailable(Throwable fault) {
    LOG.error("A key could not be checked, the call is refused", fault);
    return UNAVAILABLE;
  }
}
