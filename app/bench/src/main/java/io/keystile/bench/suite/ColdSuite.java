package io.keystile.bench.suite;

import io.keystile.bench.measure.Load;
import io.keystile.bench.measure.Sample;
import io.keystile.bench.measure.Samples;
import io.keystile.bench.result.Findings;
import io.keystile.bench.server.ServerProcess;
import java.io.IOException;
import java.util.List;

/** Keys that are hardly ever in the cache, against a server without any. */
final class ColdSuite implements Suite {

  private static final int KEYS = 100_000;
  private static final String CACHED = "1000";

  @Override
  public String name() {
    return "cold";
  }

  @Override
  public boolean isQuick() {
    return true;
  }

  @Override
  public Findings run(Lab lab) throws IOException, InterruptedException {
    Keys keys = lab.seed(new Seed(KEYS, false, KEYS, 0));
    try (ServerProcess bare = lab.start(lab.bare());
        ServerProcess guarded = lab.start(lab.guarded(keys).with("keystile.cache.size", CACHED))) {
      Samples samples =
          lab.rounds()
              .run(
                  List.of(
                      Load.answered("bare", bare, "/hello", keys.known()),
                      Load.answered("cold", guarded, "/hello", keys.known())));
      Findings findings = new Findings();
      findings.figure("cold_throughput_ratio", samples.ratio("cold", "bare", Sample::throughput));
      findings.detail("cold_cpu_ratio", samples.ratio("cold", "bare", Sample::cpuMicros));
      samples.describe(findings);
      return findings;
    }
  }
}
