package io.keystile.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {

  @Test
  void nothingHasNoMedian() {
    assertThrows(IllegalArgumentException.class, () -> Medians.of(List.of()));
  }

  @Test
  void oddCountHasOneInTheMiddle() {
    assertEquals(2.0, Medians.of(List.of(9.0, 1.0, 2.0)));
  }

  @Test
  void evenCountHasTheMeanOfTwo() {
    assertEquals(2.5, Medians.of(List.of(9.0, 1.0, 2.0, 3.0)));
  }
}
