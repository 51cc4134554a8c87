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
 * @param leadIn how long a load is sent before each sample without counting
 * @param time how long a sample is
 */
public record Rounds(Sampler sampler, int count, Duration warmUp, Duration leadIn, Duration time) {

  private static final int WARM_UP_PARTS = 2;
  private static final int TURNS = 5;

  /** The same with another sampler. */
  public Rounds with(Sampler other) {
    return new Rounds(other, count, warmUp, leadIn, time);
  }

  /** The same with other lengths. */
  public Rounds lasting(Duration otherWarmUp, Duration otherTime) {
    return new Rounds(sampler, count, otherWarmUp, leadIn, otherTime);
  }

  /**
   * Many more rounds of samples that are half as long, with nothing before them: for loads whose
   * ratios are to be told to a hundredth, while the speed of the machine moves by a third within
   * seconds.
   */
  public Rounds inShortTurns() {
    return new Rounds(sampler, TURNS * count, warmUp, Duration.ZERO, time.dividedBy(2));
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

  // While the others have their turns, the keys that a server keeps in memory for a minute get old,
  // and what it does anew once a minute for each of them would fill a good part of a short sample.
  private Sample take(Load load) throws IOException, InterruptedException {
    if (!leadIn.isZero()) {
      sampler.warmUp(load, leadIn);
    }
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
