package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Verdict;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import io.micronaut.context.ApplicationContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A second process on the same SQLite file revokes keys that this one has in its cache. The time
 * counts from when the other was told that it is done until this one refuses the key. Prints {@code
 * name=value} lines.
 */
public final class OtherProcessRevoke {

  private static final int TRIALS = 400;
  private static final int WARM_UP = 20;
  private static final long LOOK_NANOS = 200_000;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);
  // Where in the interval between two looks of the poller a revocation falls is left to chance.
  private static final long SPREAD_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

  private OtherProcessRevoke() {}

  /** Runs it; with a file as argument, as the other process. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      revoke(args[0]);
      return;
    }
    Path folder = BenchFiles.folder();
    Path file = folder.resolve("keys.db");
    try (ApplicationContext context = open(file.toString())) {
      Process other = start(file);
      try {
        print(measure(context, other));
      } finally {
        other.destroy();
        other.waitFor();
      }
    } finally {
      BenchFiles.delete(folder);
    }
  }

  private static List<Long> measure(ApplicationContext context, Process other) throws IOException {
    ApiKeys keys = context.getBean(ApiKeys.class);
    KeyVerifier verifier = context.getBean(KeyVerifier.class);
    List<Long> delays = new ArrayList<>();
    try (BufferedReader answers = other.inputReader(StandardCharsets.UTF_8);
        PrintWriter asked = new PrintWriter(other.outputWriter(StandardCharsets.UTF_8), true)) {
      for (int i = 0; i < WARM_UP + TRIALS; i++) {
        IssuedKey key = keys.issue(KeySettings.named("trial " + i));
        if (!isAccepted(verifier, key.secret())) {
          throw new IllegalStateException("The key is refused before it was revoked");
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SPREAD_NANOS));
        asked.println(key.key().id().value());
        long delay = delay(verifier, key.secret(), answers);
        if (i >= WARM_UP) {
          delays.add(delay);
        }
      }
    }
    return delays;
  }

  /** Both processes read the same monotonic clock of the machine. */
  private static long delay(KeyVerifier verifier, KeySecret secret, BufferedReader answers)
      throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IllegalStateException("The other process ended");
    }
    long revoked = Long.parseLong(line);
    long now = System.nanoTime();
    while (isAccepted(verifier, secret)) {
      if (now - revoked > LONGEST_NANOS) {
        throw new IllegalStateException("Still accepted after 10 s");
      }
      LockSupport.parkNanos(LOOK_NANOS);
      now = System.nanoTime();
    }
    return Math.max(0, System.nanoTime() - revoked);
  }

  private static boolean isAccepted(KeyVerifier verifier, KeySecret secret) {
    Call call = new Call(System.currentTimeMillis(), null, List.of());
    return verifier.verify(secret, call).toCompletableFuture().join() instanceof Verdict.Accepted;
  }

  private static void print(List<Long> delays) {
    List<Long> sorted = new ArrayList<>(delays);
    Collections.sort(sorted);
    System.out.printf("other_process_revoke_p99_ms=%.1f%n", millis(sorted, 0.99));
    System.out.printf("other_process_revoke_p50_ms=%.1f%n", millis(sorted, 0.50));
    System.out.printf("other_process_revoke_max_ms=%.1f%n", millis(sorted, 1));
    System.out.println("other_process_revoke_trials=" + sorted.size());
  }

  private static double millis(List<Long> sorted, double quantile) {
    int index = Math.min(sorted.size() - 1, (int) Math.ceil(quantile * sorted.size()) - 1);
    return sorted.get(index) / 1e6;
  }

  private static ApplicationContext open(String file) {
    return ApplicationContext.run(
        Map.of("keystile.db", file, "keystile.brute-force.enabled", false));
  }

  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            OtherProcessRevoke.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void revoke(String file) throws IOException {
    try (ApplicationContext context = open(file);
        BufferedReader ids =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      ApiKeys keys = context.getBean(ApiKeys.class);
      String id = ids.readLine();
      while (id != null) {
        keys.disable(new ApiKeyId(id));
        System.out.println(System.nanoTime());
        id = ids.readLine();
      }
    }
  }
}
