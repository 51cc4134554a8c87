package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.LimitState.Left;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitTextsTest {

  private static final Left HOUR = new Left("1h", 100, 3600, 99, 3600);
  private static final Left DAY = new Left("quota-day", 1_000, 86_400, 0, 1);

  @Test
  void areNotThoseOfOtherLimits() {
    LimitTexts texts = texts(HOUR);
    assertFalse(texts.isOf(List.of()));
    assertFalse(texts.isOf(List.of(HOUR, DAY)));
    assertFalse(texts.isOf(List.of(new Left("1d", 100, 3600, 99, 3600))));
    assertFalse(texts.isOf(List.of(new Left("1h", 101, 3600, 99, 3600))));
    assertFalse(texts.isOf(List.of(new Left("1h", 100, 3601, 99, 3600))));
    assertFalse(texts(HOUR, DAY).isOf(List.of(DAY, HOUR)));
  }

  @Test
  void areTheSameWhateverIsLeft() {
    List<Left> later = List.of(new Left("1" + "h", 100, 3600, 0, 5));
    assertTrue(texts(HOUR).isOf(later));
    assertEquals(LimitTexts.hash(List.of(HOUR)), LimitTexts.hash(later));
    assertEquals("\"1h\";r=0;t=5", state(texts(HOUR), later));
  }

  @Test
  void nameEveryLimit() {
    LimitTexts texts = texts(HOUR, DAY);
    assertEquals("\"1h\";q=100;w=3600, \"quota-day\";q=1000;w=86400", texts.policy().toString());
    assertEquals("\"1h\";r=99;t=3600, \"quota-day\";r=0;t=1", state(texts, List.of(HOUR, DAY)));
  }

  @Test
  void holdNumbersOfAnyLength() {
    for (long number : new long[] {0, 9, 10, 99, 100, 999_999_999, Long.MAX_VALUE}) {
      List<Left> left = List.of(new Left("1h", 100, 3600, number, number));
      assertEquals("\"1h\";r=" + number + ";t=" + number, state(texts(HOUR), left));
    }
  }

  private static LimitTexts texts(Left... limits) {
    return new LimitTexts(List.of(limits), new AnyHeaderWriter());
  }

  private static String state(LimitTexts texts, List<Left> left) {
    return new String(texts.state(left), StandardCharsets.US_ASCII);
  }
}
