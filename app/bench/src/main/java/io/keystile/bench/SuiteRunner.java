package io.keystile.bench;

import io.keystile.bench.result.Findings;
import io.keystile.bench.result.SuiteResult;
import io.keystile.bench.suite.Lab;
import io.keystile.bench.suite.Suite;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs one suite after the other; one that fails does not keep the next from running. */
final class SuiteRunner {

  private final Lab lab;
  private final Clock clock;
  private final Consumer<String> log;

  SuiteRunner(Lab lab, Clock clock, Consumer<String> log) {
    this.lab = lab;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Runs them.
   *
   * @param ended is told the results so far when a suite has ended, so that they are not lost with
   *     the run
   * @return the results of all
   */
  Map<String, SuiteResult> run(List<Suite> suites, Results ended)
      throws IOException, InterruptedException {
    Map<String, SuiteResult> results = new LinkedHashMap<>();
    for (Suite suite : suites) {
      if (lab.children().isStopped()) {
        break;
      }
      log.accept(suite.name() + " …");
      SuiteResult result = run(suite);
      log.accept("%s: %.0f s".formatted(suite.name(), result.seconds()));
      results.put(suite.name(), result);
      if (!lab.children().isStopped()) {
        ended.write(results);
      }
    }
    return results;
  }

  /** Takes results of suites. */
  interface Results {

    void write(Map<String, SuiteResult> results) throws IOException;
  }

  private SuiteResult run(Suite suite) throws InterruptedException {
    String date = LocalDate.now(clock).toString();
    long begin = clock.millis();
    try {
      Findings found = suite.run(lab);
      return SuiteResult.of(date, seconds(begin), found);
    } catch (IOException | RuntimeException e) {
      log.accept(suite.name() + " has no figures: " + e);
      return SuiteResult.failed(date, seconds(begin), inOneLine(e));
    }
  }

  /** Fit for the files: without the rest of an output, and without paths of this machine. */
  private String inOneLine(Exception failure) {
    String message = String.valueOf(failure.getMessage());
    return message
        .lines()
        .findFirst()
        .orElse("no reason given")
        .replace(lab.scratch().toString(), "scratch")
        .replace(lab.root().toString(), ".");
  }

  private double seconds(long begin) {
    return (clock.millis() - begin) / 1000.0;
  }
}
