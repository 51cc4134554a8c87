package io.keystile.bench.measure;

import io.keystile.bench.server.Children;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Takes samples, again when others were busy meanwhile. */
public final class Sampler {

  private static final int TRIES = 3;
  private static final int MOST_PIECES = 12;

  private final Wrk wrk;
  private final Children children;
  private final Consumer<String> log;

  /**
   * @param children ours, whose CPU time is not others'
   * @param log is told of samples that are repeated
   */
  public Sampler(Wrk wrk, Children children, Consumer<String> log) {
    this.wrk = wrk;
    this.children = children;
    this.log = log;
  }

  /** The same with as many connections. */
  public Sampler over(int connections) {
    return new Sampler(wrk.over(connections), children, log);
  }

  /** Sends the load without looking, so that what comes next is warm. */
  public void warmUp(Load load, Duration time) throws IOException, InterruptedException {
    wrk.run(load, time);
  }

  /** Sends the load in pieces of this length until they cost the same, but no more than twelve. */
  public void warmUpUntilSteady(Load load, Duration piece)
      throws IOException, InterruptedException {
    Steadiness steadiness = new Steadiness();
    for (int pieces = 0; pieces < MOST_PIECES; pieces++) {
      if (steadiness.isReachedAt(takeOnce(load, piece).cpuMicros())) {
        return;
      }
    }
    log.accept(load.name() + ": was still becoming faster when it had to be warm");
  }

  /**
   * Takes a sample; of several that others disturbed, the last.
   *
   * @throws IOException when one answer was not as it should be
   */
  public Sample take(Load load, Duration time) throws IOException, InterruptedException {
    Sample sample = takeOnce(load, time);
    for (int tries = 1; OthersCpu.isTooMuch(sample.others()) && tries < TRIES; tries++) {
      log.accept(
          "%s: others used %.0f%% of the machine, once more"
              .formatted(load.name(), sample.others() * 100));
      sample = takeOnce(load, time);
    }
    if (OthersCpu.isTooMuch(sample.others())) {
      log.accept(load.name() + ": others did not become quiet; the sample counts all the same");
    }
    return sample;
  }

  private Sample takeOnce(Load load, Duration time) throws IOException, InterruptedException {
    OthersCpu others = OthersCpu.begin(children);
    double before = load.server().cpuSeconds();
    WrkOutput output = wrk.run(load, time);
    double used = load.server().cpuSeconds() - before;
    return new Sample(
        output.requests(), output.seconds(), used, output.medianMicros(), others.share());
  }
}
