package io.keystile.auth.policy;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Scopes;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.AddressRange;
import io.keystile.auth.address.AddressRules;
import io.keystile.auth.address.AddressSet;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.verify.BenchKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What each check of a key costs that satisfies it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-Xmn128m"})
public class CheckBenchmark {

  private static final int CALLS = 1 << 10;

  /** The name of the check. */
  @Param({
    "enabled",
    "owner",
    "not-before",
    "expiry",
    "access-window",
    "global addresses",
    "addresses",
    "scopes"
  })
  public String check = "";

  /** How long the key's list of addresses is. */
  @Param({"10", "10000"})
  public int entries;

  private final Call[] calls = new Call[CALLS];
  private BenchKeys context;
  private KeyCheck asked;
  private StoredKey key;
  private int next;

  /** Makes the key and its callers. */
  @Setup
  public void make() throws IOException {
    context = BenchKeys.open(Map.of());
    asked =
        context.beans(KeyCheck.class).stream()
            .filter(one -> one.name().equals(check))
            .findFirst()
            .orElseThrow();
    Random random = new Random(42);
    List<AddressRange> ranges = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      ranges.add(AddressRange.parse(ClientIp.ofIpv4(random.nextInt()).toString()));
    }
    long now = System.currentTimeMillis();
    key =
        StoredKey.of(
            new ApiKey(
                new ApiKeyId("key_1"),
                "name",
                "ks_",
                null,
                Scopes.of("chat:write", "models:*"),
                Map.of()),
            1,
            new StoredKey.Standing(true, true, now - 1_000, Long.MAX_VALUE),
            now + 86_400_000,
            new StoredKey.Rules(
                List.of(AccessWindow.parse("daily 00:00-24:00 Europe/Berlin")),
                AddressRules.of(AddressSet.of(ranges), AddressSet.EMPTY),
                StoredKey.Rules.NONE.limits()));
    List<RequiredScopes> required =
        List.of(new RequiredScopes(List.of("chat:write", "models:read"), false));
    for (int i = 0; i < CALLS; i++) {
      ClientIp address = ranges.get(random.nextInt(entries)).network();
      calls[i] = new Call(now + i, address, required);
    }
  }

  /** Ends it. */
  @TearDown
  public void close() throws IOException {
    context.close();
  }

  /** One question. */
  @Benchmark
  public Verdict.Rejected check() {
    next = (next + 1) & (CALLS - 1);
    return asked.check(key, calls[next]);
  }
}
