package io.keystile.bench.measure;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WrkOutputTest {

  private static final String OUTPUT =
      """
      Running 6s test @ http://127.0.0.1:8080/hello
        2 threads and 64 connections
      keystile requests=1200 micros=6000000 status=3 broken=1 median=812.5
      """;

  @Test
  void outputWithoutOurLineIsAFailureThatShowsIt() {
    IOException failure =
        assertThrows(IOException.class, () -> WrkOutput.parse("unable to connect"));
    assertTrue(String.valueOf(failure.getMessage()).contains("unable to connect"));
  }

  @Test
  void lineIsReadFromAmongWhatWrkPrintsItself() throws IOException {
    assertEquals(new WrkOutput(1200, 6.0, 3, 1, 812.5), WrkOutput.parse(OUTPUT));
  }

  @Test
  void refusalAmongAnswersFails() {
    assertThrows(IOException.class, () -> new WrkOutput(10, 1, 1, 0, 1).requireAll(false));
  }

  @Test
  void answerAmongRefusalsFails() {
    assertThrows(IOException.class, () -> new WrkOutput(10, 1, 9, 0, 1).requireAll(true));
  }

  @Test
  void brokenRequestFails() {
    assertThrows(IOException.class, () -> new WrkOutput(10, 1, 0, 1, 1).requireAll(false));
  }

  @Test
  void silenceFails() {
    assertThrows(IOException.class, () -> new WrkOutput(0, 1, 0, 0, 0).requireAll(false));
  }

  @Test
  void expectedAnswersPass() {
    assertDoesNotThrow(() -> new WrkOutput(10, 1, 0, 0, 1).requireAll(false));
    assertDoesNotThrow(() -> new WrkOutput(10, 1, 10, 0, 1).requireAll(true));
  }
}
