package io.keystile.bench.suite;

import io.keystile.bench.measure.Starts;
import io.keystile.bench.result.Findings;
import io.keystile.bench.server.JavaProgram;
import io.keystile.bench.server.Probe;
import io.keystile.bench.server.ServerProcess;
import java.io.IOException;

/**
 * From the start of {@code serve} to its first guarded answer, and a whole command, against the
 * start of a bare server to its first answer; each as the virtual machine is set up by default.
 */
final class StartSuite implements Suite {

  private static final int STARTS = 7;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public Findings run(Lab lab) throws IOException, InterruptedException {
    Keys keys = lab.seed(Seed.plain(1_000));
    Program program = new Program(lab, keys);
    JavaProgram bare = lab.bare().under(lab.switches());
    boolean cached = program.hasClassCache();
    Starts starts =
        new Starts(STARTS)
            .add("bare", () -> seconds(lab.start(bare, new Probe("/hello", null, 200))))
            .add("serve", () -> seconds(program.serve(false)))
            .add("keys_list", program::listSeconds);
    if (cached) {
      starts.add("serve_cached", () -> seconds(program.serve(true)));
    }
    starts.run();
    Findings findings = new Findings();
    findings.figure("start_ratio", starts.ratio("serve", "bare"));
    if (cached) {
      findings.figure("start_cached_ratio", starts.ratio("serve_cached", "bare"));
    }
    findings.figure("keys_list_ratio", starts.ratio("keys_list", "bare"));
    starts.describe(findings);
    return findings;
  }

  private static double seconds(ServerProcess started) {
    try (started) {
      return started.startTime().toNanos() / 1e9;
    }
  }
}
