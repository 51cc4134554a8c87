package io.keystile.bench.suite;

import io.keystile.bench.result.Findings;
import java.io.IOException;

/** Measures one comparison. */
public interface Suite {

  /** Its name, by which it can be chosen. */
  String name();

  /** Whether it belongs to the short run. */
  default boolean isQuick() {
    return false;
  }

  /**
   * Measures. Whatever it starts, it stops.
   *
   * @throws NotPossibleException when something is missing that it needs
   * @throws IOException when a server or a request failed
   */
  Findings run(Lab lab) throws IOException, InterruptedException;
}
