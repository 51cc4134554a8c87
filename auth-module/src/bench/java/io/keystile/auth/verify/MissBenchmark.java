package io.keystile.auth.verify;

import io.keystile.auth.Verdict;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.web.HeaderText;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Keys that open nothing, refused from memory; the brute-force guard is off. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-Xmn128m"})
public class MissBenchmark {

  private static final int KEYS = 1_000;

  private final String[] unknown = new String[KEYS];
  private final String[] mistyped = new String[KEYS];
  private BenchKeys keys;
  private KeyVerifier verifier;
  private int next;

  /** Presents each unknown key once. */
  @Setup
  public void open() throws IOException {
    keys = BenchKeys.open(Map.of("keystile.brute-force.enabled", false));
    verifier = keys.bean(KeyVerifier.class);
    keys.headers(BenchKeys.plain(), 1);
    KeyGenerator generator = keys.bean(KeyGenerator.class);
    for (int i = 0; i < KEYS; i++) {
      KeySecret secret = generator.generate("ks_");
      String text = secret.exposeText();
      unknown[i] = "Bearer " + text;
      mistyped[i] = "Bearer " + text.substring(0, text.length() - 1) + "-";
      verifier.verify(secret, BenchKeys.call()).toCompletableFuture().join();
    }
  }

  /** Forgets the keys. */
  @TearDown
  public void close() throws IOException {
    keys.close();
  }

  /** One that the store did not know a moment ago; null when that is too long ago. */
  @Benchmark
  public Verdict unknown() {
    return verify(unknown);
  }

  /** One whose checksum is wrong. */
  @Benchmark
  public Verdict mistyped() {
    return verify(mistyped);
  }

  private Verdict verify(String[] headers) {
    next = next + 1 == KEYS ? 0 : next + 1;
    return verifier.verifyNow(HeaderText.key(headers[next]), BenchKeys.call());
  }
}
