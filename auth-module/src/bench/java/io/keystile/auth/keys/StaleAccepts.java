package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Verdict;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Revokes 10,000 keys one after the other while 32 threads use them, and counts the calls that began
 * after a revocation was acknowledged and were accepted all the same. The cache is small, so that
 * many of the calls are on their way from the store at the time. Prints {@code name=value} lines.
 */
public final class StaleAccepts {

  private static final int THREADS = 32;
  private static final int TRIALS = 10_000;
  private static final int NEAR = 4;
  private static final long PAUSE_NANOS = 6_000_000;

  private final KeyVerifier verifier;
  private final List<Revocable> keys;
  private final LongAdder calls = new LongAdder();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder stale = new LongAdder();

  /** How many keys are revoked for certain: their authors were told so. */
  private volatile int revoked;

  private StaleAccepts(KeyVerifier verifier, List<Revocable> keys) {
    this.verifier = verifier;
    this.keys = keys;
  }

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Path folder = BenchFiles.folder();
    Map<String, Object> settings =
        Map.of(
            "keystile.db", folder.resolve("keys.db").toString(),
            "keystile.cache.size", 4,
            "keystile.brute-force.enabled", false);
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      List<Revocable> keys = keys(context.getBean(KeyImporter.class));
      StaleAccepts run = new StaleAccepts(context.getBean(KeyVerifier.class), keys);
      run.revokeAll(context.getBean(ApiKeys.class));
    } finally {
      BenchFiles.delete(folder);
    }
  }

  private static List<Revocable> keys(KeyImporter importer) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < TRIALS + NEAR; i++) {
      texts.add("imported-key-that-is-revoked-" + i);
    }
    return importer.importKeys(texts, new KeyImport("trial", null, true)).lines().stream()
        .map(line -> new Revocable(KeySecret.of(texts.get(line.number() - 1)), line.id()))
        .toList();
  }

  private void revokeAll(ApiKeys api) throws InterruptedException {
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread caller = new Thread(this::call, "caller-" + i);
      callers.add(caller);
      caller.start();
    }
    long start = System.nanoTime();
    for (int i = 0; i < TRIALS; i++) {
      api.disable(keys.get(i).id());
      revoked = i + 1;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    for (Thread caller : callers) {
      caller.join();
    }
    System.out.println("stale_accepts=" + stale.sum());
    System.out.println("stale_trials=" + TRIALS);
    System.out.println("stale_calls=" + calls.sum());
    System.out.println("stale_calls_accepted=" + accepted.sum());
    System.out.printf("stale_seconds=%.1f%n", seconds);
  }

  /** Uses keys that were just revoked, and those that come next. */
  private void call() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    int before = revoked;
    while (before < TRIALS) {
      int key = Math.max(0, before + random.nextInt(2 * NEAR) - NEAR);
      boolean late = key < before;
      boolean passed = verify(keys.get(key).secret());
      calls.increment();
      if (passed) {
        accepted.increment();
        if (late) {
          stale.increment();
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      before = revoked;
    }
  }

  private boolean verify(KeySecret secret) {
    Call call = new Call(System.currentTimeMillis(), null, List.of());
    return verifier.verify(secret, call).toCompletableFuture().join() instanceof Verdict.Accepted;
  }

  private record Revocable(KeySecret secret, ApiKeyId id) {}
}
