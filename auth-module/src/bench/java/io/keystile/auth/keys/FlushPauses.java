package io.keystile.auth.keys;

import io.keystile.auth.Verdict;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.usage.KeyUses;
import io.keystile.auth.verify.KeyVerifier;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a check of a key takes while the use of 100,000 keys is written down, against how long it
 * takes otherwise. Prints {@code name=value} lines, in milliseconds.
 */
public final class FlushPauses {

  private static final int KEYS = 100_000;
  private static final int ROUNDS = 3;
  private static final long QUIET_NANOS = 3_000_000_000L;
  private static final long PAUSE_NANOS = 100_000;

  private final KeyVerifier verifier;
  private final List<KeySecret> keys;

  private FlushPauses(KeyVerifier verifier, List<KeySecret> keys) {
    this.verifier = verifier;
    this.keys = keys;
  }

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Path folder = BenchFiles.folder();
    Map<String, Object> settings =
        Map.of(
            "keystile.db", folder.resolve("keys.db").toString(),
            "keystile.usage.flush-interval", "1h",
            "keystile.cache.size", 2 * KEYS,
            "keystile.cache.max-age", "1h");
    try (ApplicationContext context = ApplicationContext.run(settings)) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < KEYS; i++) {
        texts.add("imported-key-that-is-used-now-and-then-%06d".formatted(i));
      }
      context.getBean(KeyImporter.class).importKeys(texts, new KeyImport("key", null, true));
      List<KeySecret> keys = texts.stream().map(KeySecret::of).toList();
      FlushPauses run = new FlushPauses(context.getBean(KeyVerifier.class), keys);
      run.compare(context.getBean(KeyUses.class));
    } finally {
      BenchFiles.delete(folder);
    }
  }

  private void compare(KeyUses uses) throws InterruptedException {
    useAll();
    uses.flush();
    List<Long> quiet = new ArrayList<>();
    List<Long> flushing = new ArrayList<>();
    long flushed = 0;
    for (int i = 0; i < ROUNDS; i++) {
      quiet.addAll(checks(() -> LockSupport.parkNanos(QUIET_NANOS)));
      useAll();
      long start = System.nanoTime();
      flushing.addAll(checks(uses::flush));
      flushed += System.nanoTime() - start;
    }
    print("quiet", quiet);
    print("flush", flushing);
    System.out.printf("flush_seconds=%.2f%n", flushed / 1e9 / ROUNDS);
  }

  private void useAll() {
    keys.forEach(this::check);
  }

  /** How long checks take while the work runs. */
  private List<Long> checks(Runnable work) throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    List<Long> nanos = new ArrayList<>();
    Thread caller =
        new Thread(
            () -> {
              for (int i = 0; !done.get(); i = (i + 1) % KEYS) {
                long start = System.nanoTime();
                check(keys.get(i));
                nanos.add(System.nanoTime() - start);
                LockSupport.parkNanos(PAUSE_NANOS);
              }
            });
    caller.start();
    work.run();
    done.set(true);
    caller.join();
    return nanos;
  }

  private void check(KeySecret key) {
    Call call = new Call(System.currentTimeMillis(), null, List.of());
    Verdict verdict = verifier.verify(key, call).toCompletableFuture().join();
    if (!(verdict instanceof Verdict.Accepted)) {
      throw new IllegalStateException("Refused: " + verdict);
    }
  }

  private static void print(String name, List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    System.out.printf("%s_check_p99_ms=%.3f%n", name, sorted[sorted.length * 99 / 100] / 1e6);
    System.out.printf("%s_check_p999_ms=%.3f%n", name, sorted[sorted.length * 999 / 1000] / 1e6);
    System.out.printf("%s_check_max_ms=%.3f%n", name, sorted[sorted.length - 1] / 1e6);
  }
}
