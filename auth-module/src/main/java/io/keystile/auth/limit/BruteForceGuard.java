package io.keystile.auth.limit;

import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.settings.Live;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Guarantees that of the keys presented from one address, however many at a time, at most {@code
 * max-failures} wrong ones are evaluated within a window; then the address is refused for a while,
 * whatever it presents. A key that is not yet proven takes one of the places that are left before
 * it is evaluated, and waits when there is none. Callers whose address is not known, and newcomers
 * while the table is full, share one count each; a block of such a group refuses only keys that are
 * not proven. Safe for several threads; never blocks. Made at the start, so that a setting that is
 * out of range stops it.
 *
 * <p>In all methods {@code address} is the client's, or null when it could not be told, and {@code
 * local} says that the caller is really on this machine; without it a loopback address is not
 * trusted.
 *
 * @since 0.1
 */
@Context
public final class BruteForceGuard {

  private final Live<BruteForceConfiguration> configuration;
  private final TrustedCallers trusted;
  private final FailureTable table;
  private final FailureReservations reservations;
  private final Clock clock;

  BruteForceGuard(
      Live<BruteForceConfiguration> configuration,
      TrustedCallers trusted,
      FailureTable table,
      FailureReservations reservations,
      Clock clock) {
    this.configuration = configuration;
    this.trusted = trusted;
    this.table = table;
    this.reservations = reservations;
    this.clock = clock;
  }

  /**
   * The refusal of a blocked address, or null. To be asked before anything is looked at; costs one
   * volatile read while nobody is blocked.
   */
  public Verdict.@Nullable Rejected refusal(@Nullable ClientIp address, boolean local) {
    if (!table.isAnyBlocked() || address == null || isExempt(address, local)) {
      return null;
    }
    long key = AddressGroup.bitsOf(address);
    long blocked = table.stripe(key).blockedFor(key, clock.millis());
    return blocked > 0 ? FailureReservations.refusal(blocked) : null;
  }

  /**
   * Counts a key that is known to be wrong without evaluation.
   *
   * @param failure what the caller is told
   * @return the failure, or a refusal when the address is blocked, or null when no place is left:
   *     then the call has to {@linkplain #evaluate wait for one}
   */
  public @Nullable Verdict countFailure(
      @Nullable ClientIp address, boolean local, Verdict failure) {
    if (isExempt(address, local)) {
      return failure;
    }
    long now = clock.millis();
    long answer = countFailure(AddressGroup.bitsOf(address), now);
    if (answer == FailureStripe.NO_ROOM) {
      answer = countFailure(AddressGroup.OVERFLOW.bits(), now);
    }
    if (answer == FailureStripe.GO) {
      return failure;
    }
    return answer == FailureStripe.WAIT ? null : FailureReservations.refusal(answer);
  }

  /**
   * Evaluates a key that is not yet proven as soon as its address has a place left. A verdict of
   * {@link io.keystile.auth.Reason#INVALID_API_KEY} uses the place up; any other verdict and any
   * fault gives it back.
   *
   * @param evaluation started at most once, here or on another thread
   * @return what the evaluation comes to, or a refusal without evaluation
   */
  public CompletionStage<Verdict> evaluate(
      @Nullable ClientIp address,
      boolean local,
      Supplier<? extends CompletionStage<Verdict>> evaluation) {
    return isExempt(address, local)
        ? FailureReservations.start(evaluation)
        : reservations.evaluate(AddressGroup.bitsOf(address), evaluation);
  }

  /** To be told of every accepted key; matters only with {@code reset-on-success}. */
  public void succeeded(@Nullable ClientIp address, boolean local) {
    if (configuration.get().resetOnSuccess() && address != null && !isExempt(address, local)) {
      long key = AddressGroup.bitsOf(address);
      table.stripe(key).clearFailures(key, clock.millis());
    }
  }

  private boolean isExempt(@Nullable ClientIp address, boolean local) {
    return !configuration.get().enabled() || (address != null && trusted.contains(address, local));
  }

  private long countFailure(long key, long now) {
    return table.stripe(key).countFailure(key, now);
  }
}
