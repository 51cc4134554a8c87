package io.keystile.auth.verify;

import io.keystile.auth.Verdict;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.web.HeaderText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

/** From the text of a header to the verdict, beside the hash alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xmx512m", "-Xmn128m"})
public class VerifyBenchmark {

  private static final int KEYS = 1_000;

  /** The hash alone, of a key's text. */
  @State(Scope.Thread)
  public static class Hash {

    private final byte[] text = "ks_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZa".getBytes(StandardCharsets.UTF_8);
    private final byte[] digest = new byte[32];
    private MessageDigest sha;

    /** Makes it. */
    @Setup
    public void make() throws NoSuchAlgorithmException {
      sha = MessageDigest.getInstance("SHA-256");
    }
  }

  /** Cached keys without rules. */
  @State(Scope.Thread)
  public static class Plain extends Keys {

    /** Fills the cache. */
    @Setup
    public void fill() throws IOException {
      open(BenchKeys.plain());
    }
  }

  /** Cached keys with every rule. */
  @State(Scope.Thread)
  public static class Full extends Keys {

    /** Fills the cache. */
    @Setup
    public void fill() throws IOException {
      open(BenchKeys.full());
    }
  }

  /** Some keys that take turns. */
  @State(Scope.Thread)
  public abstract static class Keys {

    private BenchKeys keys;
    private KeyVerifier verifier;
    private String[] headers = {};
    private int next;

    void open(KeySettings settings) throws IOException {
      keys = BenchKeys.open(Map.of());
      verifier = keys.bean(KeyVerifier.class);
      headers = keys.headers(settings, KEYS);
    }

    /** Forgets the keys. */
    @TearDown
    public void close() throws IOException {
      if (!(verify() instanceof Verdict.Accepted)) {
        throw new IllegalStateException("What was measured was not the way of an accepted key");
      }
      keys.close();
    }

    Verdict verify() {
      next = next + 1 == KEYS ? 0 : next + 1;
      return verifier.verifyNow(HeaderText.key(headers[next]), BenchKeys.call());
    }
  }

  /** The hash of a key of 40 characters with a digest that is used again. */
  @Benchmark
  public byte[] sha256(Hash hash) throws DigestException {
    hash.sha.update(hash.text);
    hash.sha.digest(hash.digest, 0, hash.digest.length);
    return hash.digest;
  }

  /** A key without rules. */
  @Benchmark
  public Verdict cached(Plain keys) {
    return keys.verify();
  }

  /**
   * A key with scopes, first and last instant, access window, address list of ten and rate limit.
   */
  @Benchmark
  public Verdict full(Full keys) {
    return keys.verify();
  }
}
