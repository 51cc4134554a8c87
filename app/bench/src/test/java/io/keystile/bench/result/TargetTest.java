package io.keystile.bench.result;

import static io.keystile.bench.result.Target.Verdict.GOAL;
import static io.keystile.bench.result.Target.Verdict.MET;
import static io.keystile.bench.result.Target.Verdict.MISSED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TargetTest {

  @Test
  void moreIsBetter() {
    Target target = Target.higher("s", "n", 0.9, 0.95, "w");
    assertEquals(MISSED, target.verdict(0.899));
    assertEquals(MET, target.verdict(0.9));
    assertEquals(MET, target.verdict(0.949));
    assertEquals(GOAL, target.verdict(0.95));
  }

  @Test
  void lessIsBetter() {
    Target target = Target.lower("s", "n", 1.15, 1.08, "w");
    assertEquals(MISSED, target.verdict(1.151));
    assertEquals(MET, target.verdict(1.15));
    assertEquals(MET, target.verdict(1.081));
    assertEquals(GOAL, target.verdict(1.08));
  }

  @Test
  void oneStaleAcceptIsTooMany() {
    Target target = Target.lower("s", "stale_accepts", 0, 0, "w");
    assertEquals(GOAL, target.verdict(0));
    assertEquals(MISSED, target.verdict(1));
  }

  @Test
  void noValueIsNoSuccess() {
    assertEquals(MISSED, Target.higher("s", "n", 0.9, 0.95, "w").verdict(Double.NaN));
    assertEquals(MISSED, Target.lower("s", "n", 1.1, 1.0, "w").verdict(Double.NaN));
  }
}
