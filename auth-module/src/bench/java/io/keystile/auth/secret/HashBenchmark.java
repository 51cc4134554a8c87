package io.keystile.auth.secret;

import io.keystile.auth.verify.BenchKeys;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** The digest of a key, without and with a pepper, its tag, and its checksum. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-Xmn128m"})
public class HashBenchmark {

  private static final int KEYS = 1_000;

  private final KeyTagger tagger = KeyTagger.random();
  private final KeySecret[] secrets = new KeySecret[KEYS];
  private BenchKeys plainContext;
  private BenchKeys pepperedContext;
  private KeyHasher plain;
  private KeyHasher peppered;
  private int next;

  /** Makes the keys. */
  @Setup
  public void make() throws IOException {
    plainContext = BenchKeys.open(Map.of());
    pepperedContext =
        BenchKeys.open(
            Map.of(
                "keystile.keys.pepper", "a pepper of benchmarks, which guards nothing"));
    plain = plainContext.bean(KeyHasher.class);
    peppered = pepperedContext.bean(KeyHasher.class);
    KeyGenerator generator = plainContext.bean(KeyGenerator.class);
    for (int i = 0; i < KEYS; i++) {
      secrets[i] = generator.generate("ks_");
    }
  }

  /** Ends them. */
  @TearDown
  public void close() throws IOException {
    plainContext.close();
    pepperedContext.close();
  }

  /** SHA-256. */
  @Benchmark
  public KeyDigest plain() {
    return plain.digest(next());
  }

  /** The tag by which a recent key is found. */
  @Benchmark
  public @Nullable KeyTag tag() {
    return tagger.tag(next());
  }

  /** HMAC-SHA-256. */
  @Benchmark
  public KeyDigest peppered() {
    return peppered.digest(next());
  }

  /** The checksum that tells a mistyped key. */
  @Benchmark
  public boolean checksum() {
    return KeyFormat.isGenerated(next().exposeText(), "ks_");
  }

  private KeySecret next() {
    next = next + 1 == KEYS ? 0 : next + 1;
    return secrets[next];
  }
}
