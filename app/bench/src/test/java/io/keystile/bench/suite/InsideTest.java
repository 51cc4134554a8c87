package io.keystile.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsideTest {

  private static final String JMH =
      """
      [{"benchmark": "a.VerifyBenchmark.cached", "primaryMetric": {"score": 120.5},
        "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 64.0}}},
       {"benchmark": "a.VerifyBenchmark.sha256", "primaryMetric": {"score": "NaN"}}]
      """;

  @Test
  void linesOfOtherKindsAreNoValues() {
    assertTrue(Inside.parse("a warning = 3\nWARN x=1 y\nname=\n").isEmpty());
  }

  @Test
  void valuesAreReadLineByLine() {
    assertEquals(
        Map.of("stale_accepts", 0.0, "create_ratio", 0.375),
        Inside.parse("begin\nstale_accepts=0\ncreate_ratio=0.375\nend\n"));
  }

  @Test
  void missingBenchmarkIsAFailure() throws IOException {
    JmhResults results = new JmhResults(new ObjectMapper().readTree(JMH));
    assertThrows(IOException.class, () -> results.score("full"));
    assertThrows(IOException.class, () -> results.score("sha256"));
    assertThrows(IOException.class, () -> results.allocated("sha256"));
  }

  @Test
  void scoreAndGarbageAreRead() throws IOException {
    JmhResults results = new JmhResults(new ObjectMapper().readTree(JMH));
    assertEquals(120.5, results.score("cached"));
    assertEquals(64.0, results.allocated("cached"));
  }
}
