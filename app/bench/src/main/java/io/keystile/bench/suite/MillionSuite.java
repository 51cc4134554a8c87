package io.keystile.bench.suite;

import io.keystile.bench.measure.Load;
import io.keystile.bench.measure.Rounds;
import io.keystile.bench.measure.Sample;
import io.keystile.bench.measure.Samples;
import io.keystile.bench.measure.Starts;
import io.keystile.bench.result.Findings;
import io.keystile.bench.server.Probe;
import io.keystile.bench.server.ServerProcess;
import java.io.IOException;
import java.util.List;

/**
 * A million keys in the store against a thousand; the same number of them is used. Two servers of
 * each, because no two virtual machines are equally fast.
 */
final class MillionSuite implements Suite {

  private static final String MANY = "million";
  private static final String FEW = "thousand";
  private static final int STARTS = 3;

  @Override
  public String name() {
    return "million";
  }

  @Override
  public Findings run(Lab lab) throws IOException, InterruptedException {
    Keys few = lab.seed(Seed.plain(1_000));
    Keys many = lab.seed(Seed.plain(1_000_000));
    Findings findings = new Findings();
    measureLoad(lab, few, many, findings);
    Starts starts =
        new Starts(STARTS).add(FEW, () -> start(lab, few)).add(MANY, () -> start(lab, many)).run();
    findings.figure("million_start_ratio", starts.ratio(MANY, FEW));
    starts.describe(findings);
    return findings;
  }

  private static void measureLoad(Lab lab, Keys few, Keys many, Findings findings)
      throws IOException, InterruptedException {
    try (ServerProcess first = lab.start(lab.guarded(few));
        ServerProcess second = lab.start(lab.guarded(many));
        ServerProcess third = lab.start(lab.guarded(many));
        ServerProcess fourth = lab.start(lab.guarded(few))) {
      Rounds rounds = lab.rounds();
      // Both kinds run the same code, so that neither is ahead when it is not all compiled.
      Samples samples =
          rounds
              .lasting(rounds.warmUp().dividedBy(2), rounds.time())
              .run(
                  List.of(
                      Load.answered(FEW, first, "/hello", few.known()),
                      Load.answered(MANY, second, "/hello", many.known()),
                      Load.answered(MANY, third, "/hello", many.known()),
                      Load.answered(FEW, fourth, "/hello", few.known())));
      findings.figure("million_throughput_ratio", samples.ratio(MANY, FEW, Sample::throughput));
      samples.describe(findings);
    }
  }

  private static double start(Lab lab, Keys keys) throws IOException, InterruptedException {
    Probe probe = new Probe("/hello", keys.first(), 200);
    try (ServerProcess server = lab.start(lab.guarded(keys), probe)) {
      return server.startTime().toNanos() / 1e9;
    }
  }
}
