package io.keystile.auth.limit;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.settings.Live;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs evaluations in the places of their addresses. Every place that is taken is given back
 * exactly once, when the evaluation has come to its end, whatever that is. Safe for several
 * threads.
 */
@Singleton
final class FailureReservations {

  private static final Verdict BUSY = refusal(1_000);

  private final Live<BruteForceConfiguration> configuration;
  private final FailureTable table;
  private final Clock clock;
  private final ExecutorService executor;

  FailureReservations(
      Live<BruteForceConfiguration> configuration,
      FailureTable table,
      Clock clock,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.configuration = configuration;
    this.table = table;
    this.clock = clock;
    this.executor = executor;
  }

  static Verdict.Rejected refusal(long millis) {
    Reason reason = Reason.TOO_MANY_FAILED_ATTEMPTS;
    return new Verdict.Rejected(
        reason, reason.message(), null, List.of(), Duration.ofMillis(millis));
  }

  /** Starts it; what it throws is in the stage. */
  static CompletionStage<Verdict> start(Supplier<? extends CompletionStage<Verdict>> evaluation) {
    return CompletableFuture.completedFuture(evaluation).thenCompose(Supplier::get);
  }

  CompletionStage<Verdict> evaluate(
      long key, Supplier<? extends CompletionStage<Verdict>> evaluation) {
    CompletionStage<Verdict> stage = reserve(key, evaluation);
    return stage != null ? stage : evaluate(AddressGroup.OVERFLOW.bits(), evaluation);
  }

  /** Lets those who have waited too long go away. */
  void dismissLate() {
    long now = clock.millis();
    table.all().forEach(stripe -> dismiss(stripe.tick(now), BUSY));
  }

  /** Null when the address is new and there is no room for it. */
  private @Nullable CompletionStage<Verdict> reserve(
      long key, Supplier<? extends CompletionStage<Verdict>> evaluation) {
    long now = clock.millis();
    long deadline = now + configuration.get().maxWait().toMillis();
    FailureWaiter call = new FailureWaiter(key, deadline, evaluation, new CompletableFuture<>());
    long answer = table.stripe(key).reserve(call, now);
    if (answer == FailureStripe.GO) {
      return run(call);
    }
    if (answer == FailureStripe.WAIT) {
      return call.answer();
    }
    if (answer == FailureStripe.NO_ROOM) {
      return null;
    }
    return CompletableFuture.completedFuture(answer == FailureStripe.BUSY ? BUSY : refusal(answer));
  }

  private CompletionStage<Verdict> run(FailureWaiter call) {
    return start(call.evaluation()).whenComplete((verdict, fault) -> settle(call.key(), verdict));
  }

  private void settle(long key, @Nullable Verdict verdict) {
    long now = clock.millis();
    FailureStripe stripe = table.stripe(key);
    FailureStripe.Released released = stripe.release(key, isFailure(verdict), now);
    if (!released.counted()) {
      long overflow = AddressGroup.OVERFLOW.bits();
      table.stripe(overflow).countLate(overflow, now);
    }
    released.admitted().forEach(this::admit);
    dismiss(released.refused(), refusal(released.blockedFor()));
  }

  private static boolean isFailure(@Nullable Verdict verdict) {
    return verdict instanceof Verdict.Rejected rejected
        && rejected.reason().equals(Reason.INVALID_API_KEY);
  }

  /** On a thread of its own: what follows upon the answer may be a whole request. */
  private void admit(FailureWaiter call) {
    handOver(
        () -> {
          CompletionStage<Verdict> unused =
              run(call)
                  .whenComplete(
                      (verdict, fault) -> {
                        if (fault == null) {
                          call.answer().complete(verdict);
                        } else {
                          call.answer().completeExceptionally(fault);
                        }
                      });
        });
  }

  private void dismiss(List<FailureWaiter> calls, Verdict refusal) {
    if (!calls.isEmpty()) {
      handOver(() -> calls.forEach(call -> call.answer().complete(refusal)));
    }
  }

  private void handOver(Runnable work) {
    try {
      executor.execute(work);
    } catch (RejectedExecutionException e) {
      work.run();
    }
  }
}
