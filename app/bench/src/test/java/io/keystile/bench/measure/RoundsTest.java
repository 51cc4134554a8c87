package io.keystile.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.bench.server.Children;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void everySecondRoundIsReversed() {
    List<String> loads = List.of("a", "b", "c");
    assertEquals(List.of("a", "b", "c"), Rounds.order(loads, 0));
    assertEquals(List.of("c", "b", "a"), Rounds.order(loads, 1));
    assertEquals(List.of("a", "b", "c"), Rounds.order(loads, 2));
  }

  @Test
  void shortTurnsAreManyAndWithNothingBeforeThem() {
    Children children = new Children();
    Sampler sampler = new Sampler(new Wrk(children, Path.of("keys.lua"), 1), children, line -> {});
    Duration second = Duration.ofSeconds(1);
    Rounds rounds = new Rounds(sampler, 4, second, second, second.multipliedBy(2));
    assertEquals(new Rounds(sampler, 20, second, Duration.ZERO, second), rounds.inShortTurns());
  }

  @Test
  void ratioIsTheMedianOverRoundsOfTheSameRound() {
    Samples samples = new Samples();
    double[][] rounds = {{90, 100}, {40, 50}, {190, 200}};
    for (double[] round : rounds) {
      samples.add("ours", sample(round[0]));
      samples.add("bare", sample(round[1]));
    }
    assertEquals(0.9, samples.ratio("ours", "bare", Sample::throughput));
    assertEquals(90.0, samples.median("ours", Sample::throughput));
  }

  @Test
  void whatServersOfOneNameDidIsOneSample() {
    Sample both = new Sample(300, 2, 3, 10, 0.1).plus(new Sample(100, 2, 1, 30, 0.2));
    assertEquals(new Sample(400, 4, 4, 15, 0.2), both);
    assertEquals(100, both.throughput());
    assertEquals(10_000, both.cpuMicros());
  }

  private static Sample sample(double perSecond) {
    return new Sample((long) perSecond, 1, 0.5, 1, 0);
  }
}
