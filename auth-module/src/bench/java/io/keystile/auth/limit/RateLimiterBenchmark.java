package io.keystile.auth.limit;

import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.RateLimit;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What counting a call against a rate limit costs, for a thousand subjects in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-Xmn128m"})
public class RateLimiterBenchmark {

  private static final int SUBJECTS = 1_000;

  /** The limit. */
  @Param({"1000000000/1h", "1000000000/1h burst", "1000000/1h burst 1000000000"})
  public String limit = "";

  private final MemoryRateLimiter limiter = new MemoryRateLimiter(100_000, 1_000, Clock.systemUTC());
  private final String[] subjects =
      IntStream.range(0, SUBJECTS).mapToObj(i -> "key_" + i).toArray(String[]::new);
  private List<RateLimit> limits = List.of();
  private int next;

  /** Reads the limit. */
  @Setup
  public void read() {
    limits = KeyLimits.parse(List.of(limit), List.of()).rateLimits();
  }

  /** One call. */
  @Benchmark
  public Allowance take() {
    next = next + 1 == SUBJECTS ? 0 : next + 1;
    return limiter.take(subjects[next], limits, 1, System.currentTimeMillis());
  }
}
