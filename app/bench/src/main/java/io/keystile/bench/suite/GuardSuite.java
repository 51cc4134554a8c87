package io.keystile.bench.suite;

import static java.util.stream.Collectors.toCollection;

import io.keystile.bench.measure.Load;
import io.keystile.bench.measure.Rounds;
import io.keystile.bench.measure.Sample;
import io.keystile.bench.measure.Samples;
import io.keystile.bench.result.Findings;
import io.keystile.bench.server.JavaProgram;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What guarding a route costs, against a server without any of it. But for a quick run there are
 * two servers of each kind, because no two virtual machines compile the same code to the same
 * speed. The second ones have their turns in reverse order, so that in each round all kinds are in
 * the middle of it, however the machine's speed drifts.
 *
 * <p>Keys are kept in memory for longer than by default: a server has one second in ten, in which
 * it would read its keys anew ten times as often as under steady load.
 */
final class GuardSuite implements Suite {

  private static final String BARE = "bare";
  private static final String LONG = "15m";

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
    List<Load> loads = new ArrayList<>();
    try {
      addOurs(lab, plain, full, loads);
      if (!lab.quick()) {
        loads.add(load("security_map", lab, lab.security(plain), "/hello", plain));
        loads.add(load("security_open", lab, lab.security(plain), "/open", plain));
        int second = loads.size();
        addOurs(lab, plain, full, loads);
        Collections.reverse(loads.subList(second, loads.size()));
      }
      return measure(lab, loads);
    } finally {
      for (Load load : loads) {
        load.server().close();
      }
    }
  }

  /** Run twice, it makes two servers of each kind. */
  private static void addOurs(Lab lab, Keys plain, Keys full, List<Load> loads)
      throws IOException, InterruptedException {
    loads.add(load(BARE, lab, lab.bare(), "/hello", plain));
    loads.add(load("guarded", lab, guarded(lab, plain), "/hello", plain));
    loads.add(load("unguarded", lab, guarded(lab, plain), "/open", plain));
    loads.add(load("full", lab, guarded(lab, full), "/scoped", full));
  }

  private static JavaProgram guarded(Lab lab, Keys keys) throws IOException {
    return lab.guarded(keys).with("keystile.cache.max-age", LONG);
  }

  private static Load load(String name, Lab lab, JavaProgram program, String path, Keys keys)
      throws IOException, InterruptedException {
    return Load.answered(name, lab.start(program), path, keys.known());
  }

  private static Findings measure(Lab lab, List<Load> loads)
      throws IOException, InterruptedException {
    Rounds rounds = lab.rounds().inShortTurns();
    // Where there are many kinds, the turns of the first rounds go on warming up.
    Duration warmUp = lab.quick() ? rounds.warmUp() : rounds.warmUp().multipliedBy(3).dividedBy(4);
    Samples samples = rounds.lasting(warmUp, rounds.time()).run(loads);
    Findings findings = new Findings();
    Set<String> names = loads.stream().map(Load::name).collect(toCollection(LinkedHashSet::new));
    names.remove(BARE);
    for (String name : names) {
      double throughput = samples.ratio(name, BARE, Sample::throughput);
      double cpu = samples.ratio(name, BARE, Sample::cpuMicros);
      add(findings, !name.startsWith("security"), name + "_throughput_ratio", throughput);
      add(findings, name.equals("guarded"), name + "_cpu_ratio", cpu);
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
