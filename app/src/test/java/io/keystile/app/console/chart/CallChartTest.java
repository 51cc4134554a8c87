package io.keystile.app.console.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.usage.UsageCalls;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallChartTest {

  @Test
  void isEmptyWhenNothingHappened() {
    CallChart chart = CallChart.of(List.of(span("a", 0, Map.of()), span("b", 0, Map.of())), "day");
    assertTrue(chart.isEmpty());
    assertEquals(2, chart.bars().size());
    assertEquals(List.of(), chart.bars().get(0).parts());
    assertEquals("Calls per day: 0 accepted", chart.label());
  }

  @Test
  void stacksRefusedCallsUponAcceptedOnes() {
    CallChart chart =
        CallChart.of(
            List.of(
                span("10 h", 60, Map.of("expired_api_key", 10L)),
                span("11 h", 70, Map.of("ip_not_allowed", 20L, "expired_api_key", 50L))),
            "hour");
    assertFalse(chart.isEmpty());
    assertEquals(140, chart.greatest());
    assertEquals(
        List.of(new Bar.Part(80, 60, 0), new Bar.Part(70, 10, 1)), chart.bars().get(0).parts());
    assertEquals(
        List.of(new Bar.Part(70, 70, 0), new Bar.Part(20, 50, 1), new Bar.Part(0, 20, 2)),
        chart.bars().get(1).parts());
    assertEquals("10 h: 60 accepted, 10 expired_api_key", chart.bars().get(0).title());
    assertEquals(
        "Calls per hour: 130 accepted, 60 expired_api_key, 20 ip_not_allowed", chart.label());
  }

  @Test
  void showsTheLeastOfThemStill() {
    CallChart chart = CallChart.of(List.of(span("a", 1_000_000, Map.of("other", 1L))), "day");
    assertEquals(1, chart.bars().get(0).parts().get(1).height());
    assertEquals(0, chart.bars().get(0).parts().get(1).y());
  }

  @Test
  void putsRareReasonsTogether() {
    Map<String, Long> refused = Map.of("a", 6L, "b", 5L, "c", 4L, "d", 3L, "e", 2L, "f", 1L);
    CallChart chart = CallChart.of(List.of(span("x", 0, refused)), "day");
    assertEquals(
        List.of("accepted", "a", "b", "c", "d", "other reasons"),
        chart.legend().stream().map(CallChart.Entry::name).toList());
    assertEquals(3, chart.legend().get(5).total());
    assertEquals(5, chart.bars().get(0).parts().size());
  }

  private static CallChart.Span span(String name, long accepted, Map<String, Long> refused) {
    return new CallChart.Span(name, new UsageCalls(accepted, refused, Map.of()));
  }
}
