package io.keystile.bench.suite;

import io.keystile.bench.measure.Load;
import io.keystile.bench.measure.Sample;
import io.keystile.bench.measure.Samples;
import io.keystile.bench.result.Findings;
import io.keystile.bench.server.ServerProcess;
import java.io.IOException;
import java.util.List;

/** What refusing a key costs the server, against accepting one: the worse of two kinds counts. */
final class RefusedSuite implements Suite {

  /** So many that each is forgotten again before it comes a second time. */
  private static final int STRANGERS = 150_000;

  @Override
  public String name() {
    return "refused";
  }

  @Override
  public boolean isQuick() {
    return true;
  }

  @Override
  public Findings run(Lab lab) throws IOException, InterruptedException {
    Keys keys = lab.seed(new Seed(1_000, false, 1_000, STRANGERS));
    try (ServerProcess server = lab.start(lab.guarded(keys))) {
      Samples samples =
          lab.rounds()
              .run(
                  List.of(
                      Load.answered("accepted", server, "/hello", keys.known()),
                      Load.refused("unknown", server, "/hello", keys.unknown()),
                      Load.refused("malformed", server, "/hello", keys.malformed())));
      double unknown = samples.ratio("unknown", "accepted", Sample::cpuMicros);
      double malformed = samples.ratio("malformed", "accepted", Sample::cpuMicros);
      Findings findings = new Findings();
      findings.figure("refused_cpu_ratio", Math.max(unknown, malformed));
      findings.detail("unknown_cpu_ratio", unknown);
      findings.detail("malformed_cpu_ratio", malformed);
      samples.describe(findings);
      return findings;
    }
  }
}
