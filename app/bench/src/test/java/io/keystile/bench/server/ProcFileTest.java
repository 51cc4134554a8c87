package io.keystile.bench.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProcFileTest {

  @Test
  void waitingIsNotBusy() {
    assertEquals(1 + 2 + 3 + 6 + 7 + 8, ProcFile.busyTicks("cpu  1 2 3 400 500 6 7 8 0 0"));
  }
}
