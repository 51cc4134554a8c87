package io.keystile.bench.bridge;

import io.keystile.bench.measure.Medians;
import io.keystile.bench.result.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the bridge and nginx add to the time of a lone caller. */
final class Latencies {

  private static final int ANSWERS_FIRST = 300;
  private static final int ANSWERS = 4_000;
  private static final int STREAMS_FIRST = 10;
  private static final int STREAMS = 40;
  private static final int TURNS = 3;
  private static final double MICROS = 1e3;

  private final Route direct;
  private final Route nginx;
  private final Route bridge;
  private final Map<Route, List<Double>> answers = new LinkedHashMap<>();
  private final Map<Route, List<Double>> firstFrames = new LinkedHashMap<>();

  Latencies(Route direct, Route nginx, Route bridge) {
    this.direct = direct;
    this.nginx = nginx;
    this.bridge = bridge;
  }

  /**
   * Measures, several times in a round: on few cores, who is woken on which core makes more of a
   * difference than the way, and is another with each connection.
   */
  void measure(int rounds, Findings findings) throws IOException {
    for (int round = 0; round < rounds * TURNS; round++) {
      List<Route> order =
          round % 2 == 0 ? List.of(direct, nginx, bridge) : List.of(bridge, nginx, direct);
      for (Route route : order) {
        measure(route);
      }
    }
    findings.figure("bridge_added_latency_ratio", addedRatio(answers));
    findings.figure("bridge_ttft_ratio", addedRatio(firstFrames));
    describe("answer", answers, findings);
    describe("first_token", firstFrames, findings);
  }

  private void measure(Route route) throws IOException {
    try (OneCaller caller = new OneCaller(route)) {
      caller.medianAnswer(ANSWERS_FIRST);
      add(answers, route, caller.medianAnswer(ANSWERS));
      caller.medianFirstFrame(STREAMS_FIRST);
      add(firstFrames, route, caller.medianFirstFrame(STREAMS));
    }
  }

  private static void add(Map<Route, List<Double>> times, Route route, long nanos) {
    times.computeIfAbsent(route, ignored -> new ArrayList<>()).add(nanos / MICROS);
  }

  /** What the bridge adds to the direct way, as a multiple of what nginx adds in the same round. */
  private double addedRatio(Map<Route, List<Double>> times) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < of(times, direct).size(); round++) {
      double base = of(times, direct).get(round);
      ratios.add((of(times, bridge).get(round) - base) / (of(times, nginx).get(round) - base));
    }
    return Medians.of(ratios);
  }

  private static List<Double> of(Map<Route, List<Double>> times, Route route) {
    return times.getOrDefault(route, List.of());
  }

  private static void describe(String what, Map<Route, List<Double>> times, Findings findings) {
    times.forEach(
        (route, micros) -> findings.detail(route.name() + "_" + what + "_us", Medians.of(micros)));
  }
}
