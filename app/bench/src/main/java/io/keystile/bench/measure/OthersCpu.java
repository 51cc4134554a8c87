package io.keystile.bench.measure;

import io.keystile.bench.server.Children;
import io.keystile.bench.server.ProcFile;
import java.io.IOException;

/** The CPU time of everybody else between two moments. */
final class OthersCpu {

  private static final double TOO_MUCH = 0.10;

  private final Children children;
  private final double all;
  private final double ours;
  private final long time;

  private OthersCpu(Children children) throws IOException {
    this.children = children;
    this.all = ProcFile.busySeconds();
    this.ours = children.cpuSeconds();
    this.time = System.nanoTime();
  }

  static OthersCpu begin(Children children) throws IOException {
    return new OthersCpu(children);
  }

  static boolean isTooMuch(double share) {
    return share > TOO_MUCH;
  }

  /** The share of the whole machine that others have used since the beginning. */
  double share() throws IOException {
    double theirs = ProcFile.busySeconds() - all - (children.cpuSeconds() - ours);
    double whole = (System.nanoTime() - time) / 1e9 * Runtime.getRuntime().availableProcessors();
    return Math.max(0, theirs / whole);
  }
}
