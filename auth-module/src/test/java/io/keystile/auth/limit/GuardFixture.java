package io.keystile.auth.limit;

import io.keystile.auth.Reason;
import io.keystile.auth.TestClock;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.audit.AuditEntry;
import io.keystile.auth.settings.Live;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A guard on a clock and an executor that a test moves by hand. */
final class GuardFixture implements BlockListener {

  static final Verdict UNKNOWN = Verdict.Rejected.of(Reason.INVALID_API_KEY);

  final TestClock clock = new TestClock();
  final ManualExecutor executor = new ManualExecutor();
  final List<String> news = new ArrayList<>();
  final List<AuditEntry> audited = new ArrayList<>();
  final FailureTable table;
  final BruteForceGuard guard;
  final BruteForceClockwork clockwork;
  final BlockedAddresses blocked;

  GuardFixture(BruteForceConfiguration configuration) {
    this(Live.of(configuration));
  }

  GuardFixture(Live<BruteForceConfiguration> configuration) {
    table = new FailureTable(configuration, this);
    FailureReservations reservations =
        new FailureReservations(configuration, table, clock, executor);
    TrustedCallers trusted = new TrustedCallers(configuration);
    guard = new BruteForceGuard(configuration, trusted, table, reservations, clock);
    clockwork = new BruteForceClockwork(table, reservations, clock);
    blocked = new BlockedAddresses(table, audited::add, clock);
  }

  static GuardFixture standard() {
    return new GuardFixture(new Rules().build());
  }

  /** The defaults, to be changed one by one. */
  static final class Rules {
    boolean enabled = true;
    int maxFailures = 5;
    Duration window = Duration.ofMinutes(15);
    Duration initialBlock = Duration.ofSeconds(30);
    double multiplier = 2;
    Duration maxBlock = Duration.ofHours(1);
    List<String> trusted = List.of("127.0.0.1", "::1");
    boolean resetOnSuccess;
    int maxWaiting = 1000;
    Duration maxWait = Duration.ofSeconds(5);
    int maxTracked = 1_000_000;

    BruteForceConfiguration build() {
      return new BruteForceConfiguration(
          enabled,
          maxFailures,
          window,
          initialBlock,
          multiplier,
          maxBlock,
          trusted,
          resetOnSuccess,
          maxWaiting,
          maxWait,
          maxTracked);
    }
  }

  static ClientIp ip(String text) {
    return ClientIp.parse(text);
  }

  /** Presents a key that is known to be wrong; the answer, which must be had at once. */
  Verdict fail(@Nullable ClientIp address) {
    return Objects.requireNonNull(guard.countFailure(address, false, UNKNOWN));
  }

  void fail(ClientIp address, int times) {
    for (int i = 0; i < times; i++) {
      fail(address);
    }
  }

  /** How long a blocked address has to wait, or null when it is not blocked. */
  @Nullable Duration blockedFor(ClientIp address) {
    Verdict.Rejected refusal = guard.refusal(address, false);
    return refusal == null ? null : refusal.retryAfter();
  }

  @Override
  public void blocked(BlockedAddress block, Duration length) {
    news.add("blocked " + block.address() + " " + length.toSeconds() + " #" + block.level());
  }

  @Override
  public void unblocked(AddressGroup address, boolean byOperator) {
    news.add("unblocked " + address + (byOperator ? " by operator" : ""));
  }
}
