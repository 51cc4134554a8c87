package io.keystile.auth.limit;

import io.keystile.auth.settings.Live;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The failures of all addresses, in memory only, behind 64 locks. The two shared groups have a
 * stripe to themselves, so that there is room for them when there is none for anybody else. Safe
 * for several threads.
 */
@Singleton
final class FailureTable {

  private static final int STRIPES = 64;
  private static final int SHARED_GROUPS = 2;

  /** Addresses do not fall quite evenly upon the stripes. */
  private static final double UNEVENNESS = 1.04;

  /** What an address costs with the default threshold; with a higher one, fewer are tracked. */
  private static final int BYTES_PER_ADDRESS = 60;

  private final FailureStripe[] stripes = new FailureStripe[STRIPES];
  private final FailureStripe shared;
  private final AtomicInteger blocked = new AtomicInteger();
  private final LongAdder blocks = new LongAdder();

  FailureTable(Live<BruteForceConfiguration> configuration, BlockListener listener) {
    BlockListener counting = new Counting(blocked, blocks, listener);
    BruteForceConfiguration now = configuration.get();
    FailureRules rules = FailureRules.of(now);
    int limit = limit(now.maxTracked(), rules);
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = stripe(now, new FailureCounts(rules, limit, counting));
    }
    shared = stripe(now, new FailureCounts(rules, SHARED_GROUPS, counting));
    configuration.subscribe(this::change);
  }

  private static FailureStripe stripe(BruteForceConfiguration now, FailureCounts counts) {
    return new FailureStripe(now.maxFailures(), now.maxWaiting(), counts);
  }

  private void change(BruteForceConfiguration next) {
    int limit = limit(next.maxTracked(), FailureRules.of(next));
    for (FailureStripe stripe : stripes) {
      stripe.change(next, limit);
    }
    shared.change(next, SHARED_GROUPS);
  }

  private static int limit(int maxTracked, FailureRules rules) {
    int bytes = Math.max(BYTES_PER_ADDRESS, FailureEntries.bytesPerAddress(rules));
    return (int) Math.ceil(UNEVENNESS * maxTracked / STRIPES * BYTES_PER_ADDRESS / bytes);
  }

  FailureStripe stripe(long key) {
    return AddressGroup.isShared(key)
        ? shared
        : stripes[(int) AddressTable.hash(key) & (STRIPES - 1)];
  }

  /** Whether any address is blocked: one volatile read. */
  boolean isAnyBlocked() {
    return blocked.get() > 0;
  }

  int blocked() {
    return blocked.get();
  }

  long blocks() {
    return blocks.sum();
  }

  List<FailureStripe> all() {
    List<FailureStripe> all = new ArrayList<>(List.of(stripes));
    all.add(shared);
    return all;
  }

  /** Keeps the number of blocks, and passes the news on. */
  private record Counting(AtomicInteger number, LongAdder total, BlockListener next)
      implements BlockListener {

    @Override
    public void blocked(BlockedAddress block, Duration length) {
      number.incrementAndGet();
      total.increment();
      next.blocked(block, length);
    }

    @Override
    public void unblocked(AddressGroup address, boolean byOperator) {
      number.decrementAndGet();
      next.unblocked(address, byOperator);
    }
  }
}
