package io.keystile.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Interleaved rounds: each load once in a round, in reverse order every second round, so that a
 * machine that gets slower or faster favours nobody. Loads of the same name count as one.
 *
 * @param sampler takes the samples
 * @param count how many rounds
 * @param warmUp how long each load is sent before the first
 * @param time how long a sample is
 */
public record Rounds(Sampler sampler, int count, Duration warmUp, Duration time) {

  private static final int WARM_UP_PARTS = 2;
  private static final Duration LEAD_IN = Duration.ofSeconds(1);

  /** The same with another sampler. */
  public Rounds with(Sampler other) {
    return new Rounds(other, count, warmUp, time);
  }

  /** The same with other lengths. */
  public Rounds lasting(Duration otherWarmUp, Duration otherTime) {
    return new Rounds(sampler, count, otherWarmUp, otherTime);
  }

  /** Warms each load up and takes all samples. */
  public Samples run(List<Load> loads) throws IOException, InterruptedException {
    warmUp(loads);
    Samples samples = new Samples();
    for (int round = 0; round < count; round++) {
      Map<String, Sample> taken = new LinkedHashMap<>();
      for (Load load : order(loads, round)) {
        taken.merge(load.name(), take(load), Sample::plus);
      }
      taken.forEach(samples::add);
    }
    return samples;
  }

  // Behind a second that does not count: while the others had their turns, the keys that a server
  // keeps in memory for a minute got old, and what it does anew once a minute for each of them
  // would fill a good part of a short sample.
  private Sample take(Load load) throws IOException, InterruptedException {
    sampler.warmUp(load, LEAD_IN);
    return sampler.take(load, time);
  }

  // In two parts, because callers that connect anew take ways through a server that those of before
  // did not: what was compiled until then is given up.
  private void warmUp(List<Load> loads) throws IOException, InterruptedException {
    for (int part = 0; part < WARM_UP_PARTS; part++) {
      for (Load load : loads) {
        sampler.warmUp(load, warmUp.dividedBy(WARM_UP_PARTS));
      }
    }
  }

  static <T> List<T> order(List<T> loads, int round) {
    List<T> order = new ArrayList<>(loads);
    if (round % 2 == 1) {
      Collections.reverse(order);
    }
    return order;
  }
}
