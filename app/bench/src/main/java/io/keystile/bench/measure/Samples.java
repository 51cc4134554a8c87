package io.keystile.bench.measure;

import io.keystile.bench.result.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** The samples of all rounds by the name of their load. Not for several threads. */
public final class Samples {

  private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

  void add(String name, Sample sample) {
    samples.computeIfAbsent(name, ignored -> new ArrayList<>()).add(sample);
  }

  /** The median over the rounds of one load against another in the same round. */
  public double ratio(String name, String against, ToDoubleFunction<Sample> measure) {
    List<Sample> ours = of(name);
    List<Sample> theirs = of(against);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(measure.applyAsDouble(ours.get(i)) / measure.applyAsDouble(theirs.get(i)));
    }
    return Medians.of(ratios);
  }

  /** The median over the rounds of one load. */
  public double median(String name, ToDoubleFunction<Sample> measure) {
    return Medians.of(of(name).stream().map(measure::applyAsDouble).toList());
  }

  /**
   * Writes down throughput, CPU time and latency of each load, and the most that others used of the
   * machine while a sample that counts was taken.
   */
  public void describe(Findings findings) {
    for (String name : samples.keySet()) {
      findings.detail(name + "_per_second", median(name, Sample::throughput));
      findings.detail(name + "_cpu_us", median(name, Sample::cpuMicros));
      findings.detail(name + "_median_us", median(name, Sample::medianMicros));
    }
    samples.values().stream()
        .flatMap(List::stream)
        .mapToDouble(Sample::others)
        .max()
        .ifPresent(most -> findings.detail("others_percent", most * 100));
  }

  private List<Sample> of(String name) {
    return Objects.requireNonNull(samples.get(name), name);
  }
}
