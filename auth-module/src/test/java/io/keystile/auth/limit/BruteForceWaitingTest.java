package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BruteForceWaitingTest {

  private static final ClientIp CALLER = GuardFixture.ip("203.0.113.7");

  private final GuardFixture fixture = GuardFixture.standard();
  private final List<CompletableFuture<Verdict>> started = new ArrayList<>();

  @Test
  void evaluatesNoMoreWrongKeysThanTheThresholdOf256AtOnce() {
    List<CompletableFuture<Verdict>> answers = present(256);
    assertEquals(5, started.size());
    finishAll(GuardFixture.UNKNOWN);
    assertEquals(5, started.size());
    assertEquals(5, answers.stream().filter(answer -> isUnknown(answer.join())).count());
    assertEquals(251, answers.stream().filter(answer -> isBlocked(answer.join())).count());
  }

  @Test
  void letsAll256GoodFirstCallsSucceed() {
    List<CompletableFuture<Verdict>> answers = present(256);
    finishAll(BruteForceCountingTest.ACCEPTED);
    assertEquals(256, started.size());
    answers.forEach(answer -> assertSame(BruteForceCountingTest.ACCEPTED, answer.join()));
  }

  @Test
  void leavesFewerPlacesAfterFailures() {
    fixture.fail(CALLER, 3);
    present(10);
    assertEquals(2, started.size());
    started.get(0).complete(GuardFixture.UNKNOWN);
    fixture.executor.runAll();
    assertEquals(2, started.size());
    started.get(1).complete(BruteForceCountingTest.ACCEPTED);
    fixture.executor.runAll();
    assertEquals(3, started.size());
  }

  @Test
  void makesKnownFailuresWaitForAPlaceToo() {
    List<CompletableFuture<Verdict>> answers = present(5);
    assertNull(fixture.guard.countFailure(CALLER, false, GuardFixture.UNKNOWN));
    finishAll(BruteForceCountingTest.ACCEPTED);
    assertSame(GuardFixture.UNKNOWN, fixture.fail(CALLER));
    assertTrue(answers.stream().allMatch(CompletableFuture::isDone));
  }

  @Test
  void refusesThoseBeyondTheQueue() {
    GuardFixture.Rules rules = new GuardFixture.Rules();
    rules.maxWaiting = 2;
    GuardFixture small = new GuardFixture(rules.build());
    for (int i = 0; i < 7; i++) {
      assertFalse(
          small.guard.evaluate(CALLER, false, this::evaluation).toCompletableFuture().isDone());
    }
    assertBusy(small.guard.evaluate(CALLER, false, this::evaluation));
    assertEquals(5, started.size());
    assertNull(small.blockedFor(CALLER));
  }

  @Test
  void refusesThoseWhoHaveWaitedTooLong() {
    List<CompletableFuture<Verdict>> answers = present(6);
    fixture.clock.advance(Duration.ofSeconds(5).minusMillis(1));
    tick();
    assertFalse(answers.get(5).isDone());
    fixture.clock.advance(Duration.ofMillis(1));
    tick();
    assertBusy(answers.get(5));
    assertEquals(5, answers.stream().filter(answer -> !answer.isDone()).count());
    finishAll(BruteForceCountingTest.ACCEPTED);
    assertEquals(5, started.size());
  }

  @Test
  void givesPlacesBackAfterEveryFault() {
    Supplier<CompletionStage<Verdict>> throwing =
        () -> {
          throw new IllegalStateException("broken");
        };
    for (int i = 0; i < 20; i++) {
      assertFails(throwing);
      assertFails(() -> CompletableFuture.failedFuture(new IllegalStateException("broken")));
    }
    assertAllPlacesFree();
  }

  @Test
  void givesPlacesOfWaitersBackAfterEveryFault() {
    present(5);
    CompletableFuture<Verdict> late =
        fixture
            .guard
            .evaluate(
                CALLER,
                false,
                () -> {
                  throw new IllegalStateException("broken");
                })
            .toCompletableFuture();
    finishAll(BruteForceCountingTest.ACCEPTED);
    assertThrows(CompletionException.class, late::join);
    assertAllPlacesFree();
  }

  @Test
  void answersWaitersEvenWhenTheExecutorIsGone() {
    List<CompletableFuture<Verdict>> answers = present(7);
    fixture.executor.shutdown();
    finishAll(BruteForceCountingTest.ACCEPTED);
    answers.forEach(answer -> assertSame(BruteForceCountingTest.ACCEPTED, answer.join()));
    assertAllPlacesFree();
  }

  @Test
  void keepsAddressesApart() {
    present(5);
    CompletionStage<Verdict> other =
        fixture.guard.evaluate(GuardFixture.ip("203.0.113.8"), false, this::evaluation);
    assertEquals(6, started.size());
    assertNotNull(other);
  }

  private List<CompletableFuture<Verdict>> present(int calls) {
    List<CompletableFuture<Verdict>> answers = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      answers.add(fixture.guard.evaluate(CALLER, false, this::evaluation).toCompletableFuture());
    }
    return answers;
  }

  private CompletableFuture<Verdict> evaluation() {
    CompletableFuture<Verdict> evaluation = new CompletableFuture<>();
    started.add(evaluation);
    return evaluation;
  }

  /** Ends evaluations in the order of their start, those included that begin meanwhile. */
  private void finishAll(Verdict verdict) {
    for (int i = 0; i < started.size(); i++) {
      started.get(i).complete(verdict);
      fixture.executor.runAll();
    }
  }

  private void tick() {
    fixture.clockwork.tick();
    fixture.executor.runAll();
  }

  private void assertFails(Supplier<CompletionStage<Verdict>> evaluation) {
    CompletableFuture<Verdict> answer =
        fixture.guard.evaluate(CALLER, false, evaluation).toCompletableFuture();
    assertThrows(CompletionException.class, answer::join);
  }

  private void assertAllPlacesFree() {
    int before = started.size();
    present(6);
    assertEquals(before + 5, started.size());
  }

  private static void assertBusy(CompletionStage<Verdict> answer) {
    Verdict.Rejected refused = (Verdict.Rejected) answer.toCompletableFuture().join();
    assertEquals(Reason.TOO_MANY_FAILED_ATTEMPTS, refused.reason());
    assertEquals(Duration.ofSeconds(1), refused.retryAfter());
  }

  private static boolean isUnknown(Verdict verdict) {
    return verdict.equals(GuardFixture.UNKNOWN);
  }

  private static boolean isBlocked(Verdict verdict) {
    return verdict instanceof Verdict.Rejected refused
        && refused.reason().equals(Reason.TOO_MANY_FAILED_ATTEMPTS)
        && Duration.ofSeconds(30).equals(refused.retryAfter());
  }
}
