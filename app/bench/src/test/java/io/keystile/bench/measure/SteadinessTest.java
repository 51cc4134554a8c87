package io.keystile.bench.measure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SteadinessTest {

  private final Steadiness steadiness = new Steadiness();

  @Test
  void isNotReachedWhileCostsFall() {
    for (double cost : new double[] {1700, 400, 200, 100, 90, 80}) {
      assertFalse(steadiness.isReachedAt(cost));
    }
  }

  @Test
  void isReachedWhenNothingIsGainedTwiceInARow() {
    assertFalse(steadiness.isReachedAt(100));
    assertFalse(steadiness.isReachedAt(96));
    assertTrue(steadiness.isReachedAt(97));
  }

  @Test
  void startsOverWhenCostsFallAgain() {
    assertFalse(steadiness.isReachedAt(100));
    assertFalse(steadiness.isReachedAt(99));
    assertFalse(steadiness.isReachedAt(80));
    assertFalse(steadiness.isReachedAt(80));
    assertTrue(steadiness.isReachedAt(80));
  }
}
