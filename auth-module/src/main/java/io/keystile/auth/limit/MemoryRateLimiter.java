package io.keystile.auth.limit;

import io.keystile.auth.ApiKey;
import io.keystile.auth.keys.RateLimit;
import io.keystile.auth.settings.Live;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts in this process. The table is bounded, and nobody is forgotten who has used anything: an
 * entry goes only when it is full again. While there is no room, newcomers with the same limits
 * share buckets, so that a flood makes them wait for each other but never allows anybody more.
 */
@Singleton
final class MemoryRateLimiter implements RateLimiter {

  private static final int SHARDS = 64;
  private static final int MAX_SHARED = 65_536;

  private final Map<String, Tracked> own = new ConcurrentHashMap<>();
  private final Map<Shard, Tracked> shared = new ConcurrentHashMap<>();
  private final int maxOwn;
  private final int maxShared;
  private final Clock clock;

  @Inject
  MemoryRateLimiter(Live<LimitsConfiguration> configuration, Clock clock) {
    this(configuration.get().maxTracked(), MAX_SHARED, clock);
  }

  MemoryRateLimiter(int maxOwn, int maxShared, Clock clock) {
    this.maxOwn = maxOwn;
    this.maxShared = maxShared;
    this.clock = clock;
  }

  @Override
  public Allowance take(ApiKey key, List<RateLimit> limits, int cost, long now, RatePlace place) {
    Tracked kept = place.tracked();
    Allowance answer = kept == null ? null : kept.ask(limits, cost, now, true);
    return answer == null ? takeAnew(key.getName(), limits, cost, now, place) : answer;
  }

  private Allowance takeAnew(
      String subject, List<RateLimit> limits, int cost, long now, RatePlace place) {
    Allowance answer = take(subject, limits, cost, now);
    // Not a shared place, which is another one when the limits are others.
    Tracked mine = own.get(subject);
    if (mine != null) {
      place.keep(mine);
    }
    return answer;
  }

  @Override
  public Allowance take(String subject, List<RateLimit> limits, int cost, long now) {
    while (true) {
      Tracked tracked = find(subject, limits);
      if (tracked == null) {
        tracked = admit(subject, limits);
      }
      Allowance answer = tracked == null ? full(limits) : tracked.ask(limits, cost, now, true);
      if (answer != null) {
        return answer;
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public Allowance look(String subject, List<RateLimit> limits, int cost, long now) {
    Tracked tracked = find(subject, limits);
    Allowance answer = tracked == null ? null : tracked.ask(limits, cost, now, false);
    return answer == null ? untouched(limits, cost, now) : answer;
  }

  /** How many entries there are. */
  int size() {
    return own.size() + shared.size();
  }

  /** Lets go of those who have not used anything for so long that all of it is there again. */
  @Scheduled(fixedDelay = "10s", initialDelay = "10s")
  void sweep() {
    long now = clock.millis();
    own.values().removeIf(tracked -> tracked.dropIfFull(now));
    shared.values().removeIf(tracked -> tracked.dropIfFull(now));
  }

  private @Nullable Tracked find(String subject, List<RateLimit> limits) {
    Tracked tracked = own.get(subject);
    if (tracked != null || shared.isEmpty()) {
      return tracked;
    }
    Tracked common = shared.get(Shard.of(subject, limits));
    // Asked again, because a place of its own can only be older than the shared one.
    return common == null ? null : own.getOrDefault(subject, common);
  }

  /** One at a time, so that nobody gets two places; null when even the shared ones are taken. */
  private synchronized @Nullable Tracked admit(String subject, List<RateLimit> limits) {
    Tracked tracked = find(subject, limits);
    if (tracked != null) {
      return tracked;
    }
    Tracked fresh = new Tracked();
    if (own.size() < maxOwn) {
      own.put(subject, fresh);
    } else if (shared.size() < maxShared) {
      shared.put(Shard.of(subject, limits), fresh);
    } else {
      return null;
    }
    return fresh;
  }

  private static Allowance untouched(List<RateLimit> limits, int cost, long now) {
    Allowance answer = new Tracked().ask(limits, cost, now, false);
    return answer == null ? Allowance.FREE : answer;
  }

  private static Allowance full(List<RateLimit> limits) {
    long wait = limits.stream().mapToLong(limit -> limit.period().toMillis()).min().orElse(1);
    return new Allowance(wait, List.of());
  }

  private record Shard(int number, List<RateLimit> limits) {

    static Shard of(String subject, List<RateLimit> limits) {
      return new Shard(Math.floorMod(subject.hashCode(), SHARDS), limits);
    }
  }
}
