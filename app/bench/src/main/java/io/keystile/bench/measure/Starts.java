package io.keystile.bench.measure;

import io.keystile.bench.result.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Things that are timed by turns, in reverse order every second time; a first turn does not count.
 * Not for several threads.
 */
public final class Starts {

  /** Something that is timed. */
  public interface Timed {

    /** Does it, and answers how many seconds it took. */
    double seconds() throws IOException, InterruptedException;
  }

  private final int count;
  private final Map<String, Timed> timed = new LinkedHashMap<>();
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  /**
   * @param count how many turns count
   */
  public Starts(int count) {
    this.count = count;
  }

  /** Adds something under a name. */
  public Starts add(String name, Timed what) {
    timed.put(name, what);
    return this;
  }

  /** Times everything. */
  public Starts run() throws IOException, InterruptedException {
    for (Timed first : timed.values()) {
      first.seconds();
    }
    for (int turn = 0; turn < count; turn++) {
      for (String name : Rounds.order(List.copyOf(timed.keySet()), turn)) {
        double time = Objects.requireNonNull(timed.get(name)).seconds();
        seconds.computeIfAbsent(name, ignored -> new ArrayList<>()).add(time);
      }
    }
    return this;
  }

  /** The median over the turns of one against another in the same turn. */
  public double ratio(String name, String against) {
    List<Double> ours = of(name);
    List<Double> theirs = of(against);
    return Medians.of(
        IntStream.range(0, count).mapToObj(turn -> ours.get(turn) / theirs.get(turn)).toList());
  }

  /** Writes down the median of each. */
  public void describe(Findings findings) {
    seconds.keySet().forEach(name -> findings.detail(name + "_start_ms", median(name) * 1e3));
  }

  private double median(String name) {
    return Medians.of(of(name));
  }

  private List<Double> of(String name) {
    return Objects.requireNonNull(seconds.get(name), name);
  }
}
