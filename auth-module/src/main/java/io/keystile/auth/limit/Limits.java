package io.keystile.auth.limit;

import io.keystile.auth.Verdict;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.Quota;
import io.keystile.auth.keys.RateLimit;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.policy.Call;
import io.keystile.auth.settings.Live;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last word on a call that every check has let through: rate limits and quotas are asked
 * together, and both are charged or neither. Safe for several threads; only {@link #prepare}
 * blocks.
 *
 * @since 0.1
 */
@Singleton
public final class Limits {

  private final RateLimiter limiter;
  private final Quotas quotas;
  private final Live<KeyLimits> defaults;

  Limits(RateLimiter limiter, Quotas quotas, Live<LimitsConfiguration> configuration) {
    this.limiter = limiter;
    this.quotas = quotas;
    this.defaults = configuration.map(LimitsConfiguration::defaults);
  }

  /**
   * Loads what the key has used of its quotas, if it has any. To be called when a key comes from
   * the store, and not on an event loop.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be asked
   */
  public void prepare(StoredKey key) {
    if (!quotasOf(key.limits()).isEmpty()) {
      quotas.load(key.key().id().value());
    }
  }

  /**
   * Charges the call to its key's limits.
   *
   * @param place may keep where the key is counted from one call to the next
   * @return the verdict; or null when the key's quotas are not loaded: then nothing was charged,
   *     and the key has to be {@link #prepare prepared}
   */
  public @Nullable Verdict charge(StoredKey key, Call call, RatePlace place) {
    return decide(key, call, place);
  }

  /** What {@link #charge} would say; charges nothing. */
  public @Nullable Verdict look(StoredKey key, Call call) {
    return decide(key, call, null);
  }

  /**
   * Charges a call without a key of its own to the default rate limits.
   *
   * @param accepted the answer when there are none
   * @param subject who is counted, as the text of a client address
   */
  public Verdict charge(Verdict.Accepted accepted, String subject, Call call) {
    List<RateLimit> rates = defaults.get().rateLimits();
    return rates.isEmpty()
        ? accepted
        : LimitVerdicts.of(accepted, limiter.take(subject, rates, call.cost(), call.now()));
  }

  private @Nullable Verdict decide(StoredKey key, Call call, @Nullable RatePlace charged) {
    List<RateLimit> rates = ratesOf(key.limits());
    List<Quota> own = quotasOf(key.limits());
    if (own.isEmpty()) {
      return rates.isEmpty()
          ? key.accepted()
          : LimitVerdicts.of(key.accepted(), ask(key, rates, call, charged));
    }
    KeyQuotas counters = quotas.find(key.key().getName());
    QuotaAnswer answer =
        counters == null
            ? null
            : counters.ask(
                own,
                call.cost(),
                call.now(),
                charged != null,
                charge -> ask(key, rates, call, charge ? charged : null));
    return answer == null ? null : LimitVerdicts.of(key.accepted(), answer, call);
  }

  private Allowance ask(
      StoredKey key, List<RateLimit> rates, Call call, @Nullable RatePlace charged) {
    if (rates.isEmpty()) {
      return Allowance.FREE;
    }
    return charged == null
        ? limiter.look(key.key().getName(), rates, call.cost(), call.now())
        : limiter.take(key.key(), rates, call.cost(), call.now(), charged);
  }

  private List<RateLimit> ratesOf(KeyLimits limits) {
    return limits.rateLimits().isEmpty() && !limits.unlimited()
        ? defaults.get().rateLimits()
        : limits.rateLimits();
  }

  /** The quotas in force for a key with these limits: its own, or else the defaults. */
  List<Quota> quotasOf(KeyLimits limits) {
    return limits.quotas().isEmpty() && !limits.unlimited()
        ? defaults.get().quotas()
        : limits.quotas();
  }
}
