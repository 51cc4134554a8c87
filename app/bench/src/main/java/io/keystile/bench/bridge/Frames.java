package io.keystile.bench.bridge;

import io.keystile.bench.bridge.ManyStreams.Outcome;
import io.keystile.bench.measure.Medians;
import io.keystile.bench.result.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether the frames of many streams get through the bridge as they do without it. */
final class Frames {

  private static final int STREAMS = 256;
  private static final int WARM_UP_SECONDS = 2;
  private static final int SECONDS = 8;

  private final Route direct;
  private final Route bridge;

  Frames(Route direct, Route bridge) {
    this.direct = direct;
    this.bridge = bridge;
  }

  /**
   * Counts.
   *
   * @throws IOException when a stream was not byte for byte what the model server sent for it
   */
  void measure(int rounds, Findings findings) throws IOException {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      boolean directFirst = round % 2 == 0;
      double first = count(directFirst ? direct : bridge);
      double second = count(directFirst ? bridge : direct);
      ratios.add(directFirst ? second / first : first / second);
    }
    findings.figure("bridge_frames_ratio", Medians.of(ratios));
  }

  private static long count(Route route) throws IOException {
    Outcome outcome = new ManyStreams(route, STREAMS, WARM_UP_SECONDS, SECONDS).run();
    if (outcome.wrong() > 0 || outcome.unfinished() > 0) {
      throw new IOException(
          "Of %d streams %s, %d had wrong bytes and %d did not end"
              .formatted(STREAMS, route.name(), outcome.wrong(), outcome.unfinished()));
    }
    return outcome.frames();
  }
}
