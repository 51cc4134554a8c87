package io.keystile.bench.suite;

import io.keystile.bench.measure.Load;
import io.keystile.bench.measure.Medians;
import io.keystile.bench.measure.Rounds;
import io.keystile.bench.measure.Sample;
import io.keystile.bench.measure.Samples;
import io.keystile.bench.result.Findings;
import io.keystile.bench.server.JavaProgram;
import io.keystile.bench.server.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What little memory costs, and how much {@code serve} takes. */
final class MemorySuite implements Suite {

  private static final String SMALL = "heap_64";
  private static final String LARGE = "heap_512";
  // Of servers that start alike, one compiles more at a time than the other.
  private static final int STARTS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofSeconds(60);
  // Ten seconds of load end in the midst of the compilers' work, which takes them all that time.
  private static final Duration SETTLING = Duration.ofSeconds(20);

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Findings run(Lab lab) throws IOException, InterruptedException {
    Keys keys = lab.seed(Seed.plain(1_000));
    Findings findings = new Findings();
    measureHeap(lab, keys, findings);
    measureServe(lab, keys, findings);
    return findings;
  }

  private static void measureHeap(Lab lab, Keys keys, Findings findings)
      throws IOException, InterruptedException {
    JavaProgram program = lab.guarded(keys);
    Rounds rounds = lab.rounds();
    // A minute in all, in as many parts as there are rounds.
    Duration part = MINUTE.dividedBy(rounds.count()).plusMillis(999);
    try (ServerProcess large = lab.start(program);
        ServerProcess small = lab.start(program.under(smallHeap(lab)))) {
      Samples samples =
          rounds
              .lasting(WARM_UP, part)
              .run(
                  List.of(
                      Load.answered(LARGE, large, "/hello", keys.known()),
                      Load.answered(SMALL, small, "/hello", keys.known())));
      if (small.output().contains("OutOfMemoryError")) {
        throw new IOException("64 MB of heap were not enough:\n" + small.output());
      }
      findings.figure(
          "small_heap_throughput_ratio", samples.ratio(SMALL, LARGE, Sample::throughput));
      samples.describe(findings);
    }
  }

  private static List<String> smallHeap(Lab lab) {
    List<String> options = new ArrayList<>(lab.options());
    options.replaceAll(option -> option.replace("512m", "64m"));
    return options;
  }

  private static void measureServe(Lab lab, Keys keys, Findings findings)
      throws IOException, InterruptedException {
    Program program = new Program(lab, keys);
    List<Resident> starts = new ArrayList<>();
    while (starts.size() < STARTS) {
      starts.add(measureStart(lab, program, keys));
    }
    findings.detail("serve_started_resident_mib", median(starts, Resident::started));
    findings.detail("serve_warming_resident_mib", median(starts, Resident::warming));
    findings.figure("serve_resident_mib", median(starts, Resident::loaded));
  }

  private static Resident measureStart(Lab lab, Program program, Keys keys)
      throws IOException, InterruptedException {
    try (ServerProcess serve = program.serve(true)) {
      double started = serve.residentMib();
      Load models = Load.answered("serve", serve, Program.PATH, keys.known());
      lab.rounds().sampler().warmUp(models, WARM_UP);
      double warming = serve.residentMib();
      lab.rounds().sampler().warmUp(models, SETTLING);
      return new Resident(started, warming, serve.residentMib());
    }
  }

  private static double median(List<Resident> starts, ToDoubleFunction<Resident> which) {
    return Medians.of(starts.stream().mapToDouble(which).boxed().toList());
  }

  /**
   * The resident memory of one start, in MiB.
   *
   * @param started at the first answer
   * @param warming after ten seconds of load
   * @param loaded after half a minute of it
   */
  private record Resident(double started, double warming, double loaded) {}
}
