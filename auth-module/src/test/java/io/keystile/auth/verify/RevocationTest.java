package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.KeyImport;
import io.keystile.auth.keys.KeyImporter;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No call that begins after a revocation returned is accepted, whatever was on its way then. */
class RevocationTest {

  private static final int THREADS = 8;
  private static final int FEW_TRIALS = 60;
  private static final int MANY_TRIALS = 300;
  private static final int CALLS_AFTER = 3;

  @TempDir Path folder;

  @Test
  void holdsForEveryCallThatBeginsAfterIt() throws Exception {
    revoke(FEW_TRIALS);
  }

  @Test
  @Tag("slow")
  void holdsForEveryCallThatBeginsAfterOneOfMany() throws Exception {
    revoke(MANY_TRIALS);
  }

  private void revoke(int trials) throws Exception {
    try (TestStore store =
        TestStore.open(folder.resolve("keys.db"), Map.of("keystile.brute-force.enabled", false))) {
      Stress stress = new Stress(store);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<Future<?>> callers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        callers.add(threads.submit(() -> stress.call()));
      }
      int number = 0;
      for (Trial trial : trials(store, trials)) {
        stress.revoke(trial, number++);
      }
      stress.end();
      for (Future<?> caller : callers) {
        caller.get();
      }
      threads.shutdown();
      assertEquals(0, stress.stale.get(), "accepted after the revocation");
      assertTrue(stress.accepted.get() > trials, "accepted before it: " + stress.accepted);
    }
  }

  /** Imported, because that takes one transaction for all of them. */
  private static List<Trial> trials(TestStore store, int number) {
    List<String> keys =
        IntStream.range(0, number).mapToObj(i -> "imported-key-of-trial-" + i).toList();
    return store
        .bean(KeyImporter.class)
        .importKeys(keys, new KeyImport("trial", null, true))
        .lines()
        .stream()
        .map(line -> new Trial(KeySecret.of(keys.get(line.number() - 1)), line.id()))
        .toList();
  }

  private static final class Stress {

    private final TestStore store;
    private final KeyVerifier verifier;
    private final KeyCache cache;
    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile Trial current;
    private volatile boolean over;

    Stress(TestStore store) {
      this.store = store;
      this.verifier = store.bean(KeyVerifier.class);
      this.cache = store.bean(KeyCache.class);
      this.current = new Trial(KeySecret.of("never a key of this store"), null);
      current.revoked = true;
    }

    void revoke(Trial trial, int number) throws InterruptedException {
      ApiKeyId id = Objects.requireNonNull(trial.id);
      Trial last = current;
      current = trial;
      last.next.countDown();
      trial.underWay.await();
      if (number % 3 == 0) {
        // So that callers are on their way from the store when the key is revoked.
        cache.everythingChanged();
      }
      if (number % 2 == 0) {
        store.keys().disable(id);
      } else {
        store.keys().delete(id);
      }
      trial.revoked = true;
    }

    void end() {
      over = true;
      current.revoked = true;
      current.next.countDown();
    }

    @Nullable Object call() throws InterruptedException {
      while (!over) {
        Trial trial = current;
        for (int late = 0; late < CALLS_AFTER; ) {
          boolean revoked = trial.revoked;
          late += revoked ? 1 : 0;
          if (isAccepted(trial.secret)) {
            (revoked ? stale : accepted).incrementAndGet();
          }
          trial.underWay.countDown();
        }
        trial.next.await();
      }
      return null;
    }

    private boolean isAccepted(KeySecret secret) {
      Call call = new Call(store.clock().millis(), null, List.of());
      return verifier.verify(secret, call).toCompletableFuture().join() instanceof Verdict.Accepted;
    }
  }

  private static final class Trial {

    private final CountDownLatch underWay = new CountDownLatch(THREADS);
    private final CountDownLatch next = new CountDownLatch(1);
    private final KeySecret secret;
    private final @Nullable ApiKeyId id;
    private volatile boolean revoked;

    Trial(KeySecret secret, @Nullable ApiKeyId id) {
      this.secret = secret;
      this.id = id;
    }
  }
}
