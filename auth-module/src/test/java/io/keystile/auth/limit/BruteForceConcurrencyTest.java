package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestClock;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.settings.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BruteForceConcurrencyTest {

  private static final ClientIp CALLER = GuardFixture.ip("203.0.113.7");
  private static final int CALLS = 20_000;

  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger evaluated = new AtomicInteger();
  private final BruteForceGuard guard = guard();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void losesNobodyWhoWaits() {
    List<Verdict> verdicts = presentFromAllThreads(BruteForceCountingTest.ACCEPTED);
    assertEquals(CALLS, evaluated.get());
    assertTrue(most.get() <= 5, () -> most + " at a time");
    assertTrue(verdicts.stream().allMatch(BruteForceCountingTest.ACCEPTED::equals));
  }

  @Test
  void evaluatesNoMoreWrongKeysThanTheThreshold() {
    List<Verdict> verdicts = presentFromAllThreads(GuardFixture.UNKNOWN);
    assertEquals(5, evaluated.get());
    assertEquals(5, verdicts.stream().filter(GuardFixture.UNKNOWN::equals).count());
  }

  private List<Verdict> presentFromAllThreads(Verdict verdict) {
    List<CompletableFuture<Verdict>> answers = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      answers.add(
          CompletableFuture.supplyAsync(() -> CALLER, threads)
              .thenCompose(ip -> guard.evaluate(ip, false, () -> evaluation(verdict))));
    }
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Verdict> evaluation(Verdict verdict) {
    evaluated.incrementAndGet();
    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    return CompletableFuture.supplyAsync(
        () -> {
          underWay.decrementAndGet();
          return verdict;
        },
        threads);
  }

  private BruteForceGuard guard() {
    GuardFixture.Rules rules = new GuardFixture.Rules();
    rules.maxWaiting = CALLS;
    Live<BruteForceConfiguration> configuration = Live.of(rules.build());
    FailureTable table = new FailureTable(configuration, GuardFixture.standard());
    TestClock clock = new TestClock();
    return new BruteForceGuard(
        configuration,
        new TrustedCallers(configuration),
        table,
        new FailureReservations(configuration, table, clock, threads),
        clock);
  }
}
