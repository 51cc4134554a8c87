package io.keystile.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.bench.measure.Rounds;
import io.keystile.bench.measure.Sampler;
import io.keystile.bench.measure.Wrk;
import io.keystile.bench.result.SuiteResult;
import io.keystile.bench.server.Children;
import io.keystile.bench.suite.Lab;
import io.keystile.bench.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuiteRunnerTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

  private final Children children = new Children();
  private final SuiteRunner runner = new SuiteRunner(lab(), CLOCK, line -> {});

  @Test
  void failureIsToldInOneLineWithoutPathsOfTheMachine() throws IOException, InterruptedException {
    SuiteResult result = run(failing("/home/me/keystile/x is not there\nand more"));
    assertEquals("./x is not there", result.problem());
    assertTrue(result.figures().isEmpty());
  }

  @Test
  void failureKeepsNoOtherFromRunning() throws IOException, InterruptedException {
    Map<String, SuiteResult> results =
        runner.run(List.of(failing("no"), finding("good")), ended -> {});
    SuiteResult good = Objects.requireNonNull(results.get("good"));
    assertNull(good.problem());
    assertEquals(Map.of("stale_accepts", 0.0), good.figures());
    assertEquals("2026-11-30", good.date());
  }

  @Test
  void whatWasFoundIsWrittenWhenASuiteEnds() throws IOException, InterruptedException {
    List<Set<String>> written = new ArrayList<>();
    runner.run(
        List.of(finding("first"), failing("no"), finding("last")),
        results -> written.add(Set.copyOf(results.keySet())));
    assertEquals(
        List.of(Set.of("first"), Set.of("first", "bad"), Set.of("first", "bad", "last")), written);
  }

  @Test
  void nothingIsRunOnceEverythingIsStopped() throws IOException, InterruptedException {
    children.stopAll();
    assertTrue(runner.run(List.of(finding("good")), results -> {}).isEmpty());
  }

  private SuiteResult run(Suite suite) throws IOException, InterruptedException {
    return Objects.requireNonNull(runner.run(List.of(suite), results -> {}).get(suite.name()));
  }

  private static Suite failing(String message) {
    return new FakeSuite("bad", new IOException(message));
  }

  private static Suite finding(String name) {
    return new FakeSuite(name, null);
  }

  private Lab lab() {
    Sampler sampler = new Sampler(new Wrk(children, Path.of("keys.lua"), 1), children, line -> {});
    Rounds rounds = new Rounds(sampler, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    return new Lab(
        Path.of("/home/me/keystile"), Path.of("/tmp/none"), children, rounds, true, line -> {});
  }
}
