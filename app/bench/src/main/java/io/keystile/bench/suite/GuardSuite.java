package io.keystile.bench.suite;

import io.keystile.bench.measure.Load;
import io.keystile.bench.measure.Sample;
import io.keystile.bench.measure.Samples;
import io.keystile.bench.result.Findings;
import io.keystile.bench.server.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What guarding a route costs, against a server without any of it. */
final class GuardSuite implements Suite {

  private static final String BARE = "bare";

  @Override
  public String name() {
    return "guard";
  }

  @Override
  public boolean isQuick() {
    return true;
  }

  @Override
  public Findings run(Lab lab) throws IOException, InterruptedException {
    Keys plain = lab.seed(Seed.plain(1_000));
    Keys full = lab.seed(new Seed(1_000, true, 1_000, 0));
    try (ServerProcess bare = lab.start(lab.bare());
        ServerProcess guarded = lab.start(lab.guarded(plain));
        ServerProcess open = lab.start(lab.guarded(plain));
        ServerProcess strict = lab.start(lab.guarded(full))) {
      List<Load> loads = new ArrayList<>();
      loads.add(Load.answered(BARE, bare, "/hello", plain.known()));
      loads.add(Load.answered("guarded", guarded, "/hello", plain.known()));
      loads.add(Load.answered("unguarded", open, "/open", plain.known()));
      loads.add(Load.answered("full", strict, "/scoped", full.known()));
      return lab.quick() ? measure(lab, loads) : withPeers(lab, plain, loads);
    }
  }

  private static Findings withPeers(Lab lab, Keys keys, List<Load> loads)
      throws IOException, InterruptedException {
    try (ServerProcess keyed = lab.start(lab.security(keys));
        ServerProcess open = lab.start(lab.security(keys))) {
      loads.add(Load.answered("security_map", keyed, "/hello", keys.known()));
      loads.add(Load.answered("security_open", open, "/open", keys.known()));
      return measure(lab, loads);
    }
  }

  private static Findings measure(Lab lab, List<Load> loads)
      throws IOException, InterruptedException {
    Samples samples = lab.rounds().run(loads);
    Findings findings = new Findings();
    for (Load load : loads.subList(1, loads.size())) {
      double throughput = samples.ratio(load.name(), BARE, Sample::throughput);
      double cpu = samples.ratio(load.name(), BARE, Sample::cpuMicros);
      boolean ours = !load.name().startsWith("security");
      add(findings, ours, load.name() + "_throughput_ratio", throughput);
      add(findings, load.name().equals("guarded"), load.name() + "_cpu_ratio", cpu);
    }
    samples.describe(findings);
    return findings;
  }

  private static void add(Findings findings, boolean hasTarget, String name, double value) {
    if (hasTarget) {
      findings.figure(name, value);
    } else {
      findings.detail(name, value);
    }
  }
}
