package io.keystile.auth.usage;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
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

/** What counting a call costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-Xmn128m"})
public class UsageBenchmark {

  private static final int KEYS = 1_000;
  private static final ClientIp CALLER = ClientIp.parse("198.51.100.7");
  private static final ApiKeyId REFUSED = new ApiKeyId("key_refused");

  private final KeyUse[] counters = new KeyUse[KEYS];
  private BenchKeys context;
  private KeyUses uses;
  private int next;

  /** Makes the counters; nothing is written while they count. */
  @Setup
  public void open() throws IOException {
    context =
        BenchKeys.open(
            Map.of("keystile.usage.flush-interval", "1h"));
    uses = context.bean(KeyUses.class);
    for (int i = 0; i < KEYS; i++) {
      counters[i] = uses.of(new ApiKeyId("key_" + i), 1);
    }
  }

  /** Ends it. */
  @TearDown
  public void close() throws IOException {
    context.close();
  }

  /** An accepted call, of a thousand keys in turn. */
  @Benchmark
  public void accepted() {
    next = next + 1 == KEYS ? 0 : next + 1;
    counters[next].record(System.currentTimeMillis(), CALLER);
  }

  /** A refused call of one key. */
  @Benchmark
  public void refused() {
    uses.countRefusal(System.currentTimeMillis(), Reason.IP_NOT_ALLOWED, REFUSED, 1);
  }

  /** A call with an unknown key. */
  @Benchmark
  public void unknown() {
    uses.countRefusal(System.currentTimeMillis(), Reason.INVALID_API_KEY, null, 0);
  }
}
