package io.keystile.bench;

import io.keystile.bench.measure.Rounds;
import io.keystile.bench.measure.Sampler;
import io.keystile.bench.measure.Wrk;
import io.keystile.bench.result.Machine;
import io.keystile.bench.result.ResultsFile;
import io.keystile.bench.result.ResultsPage;
import io.keystile.bench.result.RunResult;
import io.keystile.bench.result.SuiteResult;
import io.keystile.bench.result.Table;
import io.keystile.bench.server.Children;
import io.keystile.bench.suite.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs the suites, prints the table and writes the results down. */
final class Bench {

  private static final int CONNECTIONS = 64;
  private static final Duration LEAD_IN = Duration.ofSeconds(1);
  private static final int USAGE = 2;

  private Bench() {}

  /** The folder of the project, then the options of the script. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Path.of(args[0]);
    List<String> arguments = List.of(args).subList(1, args.length);
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(USAGE);
      return;
    }
    System.exit(run(root, options) ? 0 : 1);
  }

  private static boolean run(Path root, Options options) throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Children children = scratch.children();
      Path script = scratch.copy("keys.lua");
      Sampler sampler = new Sampler(new Wrk(children, script, CONNECTIONS), children, Bench::say);
      Rounds rounds =
          new Rounds(sampler, options.rounds(), options.warmUp(), LEAD_IN, options.sample());
      Lab lab = new Lab(root, scratch.folder(), children, rounds, options.quick(), Bench::say);
      Machine machine = machine();
      Map<String, SuiteResult> suites =
          new SuiteRunner(lab, Clock.systemUTC(), Bench::say)
              .run(
                  options.suites(),
                  ended -> write(root.resolve("app/bench"), new RunResult(machine, ended)));
      if (children.isStopped()) {
        return false;
      }
      System.out.println();
      System.out.print(Table.of(suites));
      System.out.print(Table.problems(suites));
      return Verdicts.isGood(suites);
    }
  }

  private static void write(Path folder, RunResult run) throws IOException {
    String java = Integer.toString(Runtime.version().feature());
    Map<String, RunResult> all = new ResultsFile(folder.resolve("results.json")).put(java, run);
    new ResultsPage(folder.resolve("RESULTS.md")).put(all);
  }

  private static Machine machine() throws IOException {
    return new Machine(
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Memory.mib(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }

  private static void say(String line) {
    System.err.println("bench: " + line);
  }
}
