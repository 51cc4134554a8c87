package io.keystile.bench.suite;

import io.keystile.bench.bridge.BridgeSuite;
import java.util.List;

/** All suites, in the order they are run. */
public final class Suites {

  /** All of them. */
  public static final List<Suite> ALL =
      List.of(
          new GuardSuite(),
          new RefusedSuite(),
          new ColdSuite(),
          new MillionSuite(),
          new BridgeSuite(),
          new MemorySuite(),
          new StartSuite(),
          new StoreSuite(),
          new VerifySuite());

  private Suites() {}
}
