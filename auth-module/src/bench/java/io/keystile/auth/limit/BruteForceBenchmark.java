package io.keystile.auth.limit;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.verify.BenchKeys;
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

/** What the brute-force guard adds to a call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-Xmn128m"})
public class BruteForceBenchmark {

  private static final int ADDRESSES = 1 << 16;
  private static final Verdict WRONG = Verdict.Rejected.of(Reason.INVALID_API_KEY);
  private static final ClientIp CALLER = ClientIp.parse("198.51.100.7");
  private static final ClientIp BLOCKED = ClientIp.parse("203.0.113.9");

  private final ClientIp[] addresses = new ClientIp[ADDRESSES];
  private BenchKeys quietContext;
  private BenchKeys busyContext;
  private BruteForceGuard quiet;
  private BruteForceGuard busy;
  private int next;

  /** One guard has nobody blocked, the other has. */
  @Setup
  public void open() throws IOException {
    quietContext = BenchKeys.open(Map.of());
    busyContext = BenchKeys.open(Map.of());
    quiet = quietContext.bean(BruteForceGuard.class);
    busy = busyContext.bean(BruteForceGuard.class);
    for (int i = 0; i < 20; i++) {
      busy.countFailure(BLOCKED, false, WRONG);
    }
    for (int i = 0; i < ADDRESSES; i++) {
      addresses[i] = ClientIp.ofIpv4(0x0A00_0000 + i);
    }
  }

  /** Ends both. */
  @TearDown
  public void close() throws IOException {
    quietContext.close();
    busyContext.close();
  }

  /** An accepted call while nobody is blocked. */
  @Benchmark
  public Verdict.Rejected acceptedWhileNobodyIsBlocked() {
    return accept(quiet);
  }

  /** An accepted call while somebody else is blocked. */
  @Benchmark
  public Verdict.Rejected acceptedWhileOneIsBlocked() {
    return accept(busy);
  }

  /** A call of the one that is blocked. */
  @Benchmark
  public Verdict.Rejected blocked() {
    return busy.refusal(BLOCKED, false);
  }

  /** A failure, each from another address until all are blocked. */
  @Benchmark
  public Verdict failed() {
    next = (next + 1) & (ADDRESSES - 1);
    return quiet.countFailure(addresses[next], false, WRONG);
  }

  private static Verdict.Rejected accept(BruteForceGuard guard) {
    Verdict.Rejected refusal = guard.refusal(CALLER, false);
    if (refusal == null) {
      guard.succeeded(CALLER, false);
    }
    return refusal;
  }
}
