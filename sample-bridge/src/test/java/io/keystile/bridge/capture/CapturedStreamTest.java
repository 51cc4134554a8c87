package io.keystile.bridge.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapturedStreamTest {

  private final List<String> seen = new ArrayList<>();
  private final CapturedStream stream =
      new CapturedStream(
          20,
          (kind, body, bytes) ->
              seen.add(
                  kind
                      + " "
                      + (body == null ? "" : new String(body, StandardCharsets.UTF_8))
                      + " "
                      + bytes));

  @Test
  void putsEventsTogetherHoweverTheyAreTorn() {
    add("da", "ta: a\n", "\ndata", ": b\r\n\r\nda", "ta: c");
    stream.end();
    assertEquals(
        List.of("frame data: a\n\n 9", "frame data: b\r\n\r\n 11", "frame data: c 7", "end  27"),
        seen);
  }

  @Test
  void keepsTheBeginningOfWhatIsTooLong() {
    add("x".repeat(15), "y".repeat(15), "\n\n", "z");
    stream.end();
    assertEquals(List.of("frame " + "x".repeat(15) + "yyyyy 32", "frame z 1", "end  33"), seen);
  }

  @Test
  void saysThatAnEmptyStreamEnded() {
    stream.end();
    assertEquals(List.of("end  0"), seen);
  }

  private void add(String... pieces) {
    for (String piece : pieces) {
      stream.add(piece.getBytes(StandardCharsets.UTF_8));
    }
  }
}
