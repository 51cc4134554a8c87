package io.keystile.auth.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.openjdk.jmh.annotations.Warmup;

/** What a look into a list of addresses costs, by its length and family. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-Xmn128m"})
public class AddressSetBenchmark {

  private static final int CALLERS = 1 << 12;

  /** How many entries the list has. */
  @Param({"10", "10000"})
  public int entries;

  /** Whether entries and callers are IPv6. */
  @Param({"false", "true"})
  public boolean ipv6;

  private AddressSet set = AddressSet.EMPTY;
  private ClientIp[] callers = {};
  private int next;

  /** Fills the list with single addresses, and takes every second caller from it. */
  @Setup
  public void fill() {
    Random random = new Random(42);
    List<AddressRange> ranges = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      ranges.add(AddressRange.of(address(random)));
    }
    set = AddressSet.of(ranges);
    callers = new ClientIp[CALLERS];
    for (int i = 0; i < CALLERS; i++) {
      callers[i] =
          i % 2 == 0 ? ranges.get(random.nextInt(entries)).network() : address(random);
    }
  }

  /** One look. */
  @Benchmark
  public boolean contains() {
    next = (next + 1) & (CALLERS - 1);
    return set.contains(callers[next]);
  }

  private ClientIp address(Random random) {
    return ipv6
        ? new ClientIp(0x2001_0DB8_0000_0000L | random.nextInt(), random.nextLong())
        : ClientIp.ofIpv4(random.nextInt());
  }
}
