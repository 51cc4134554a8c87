package io.keystile.bench;

import io.keystile.bench.result.Findings;
import io.keystile.bench.suite.Lab;
import io.keystile.bench.suite.Suite;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Fails, or finds that all is well. */
record FakeSuite(String name, @Nullable IOException failure) implements Suite {

  @Override
  public Findings run(Lab lab) throws IOException {
    if (failure != null) {
      throw failure;
    }
    return new Findings().figure("stale_accepts", 0);
  }
}
