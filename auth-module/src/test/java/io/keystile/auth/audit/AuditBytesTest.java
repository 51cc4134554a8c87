package io.keystile.auth.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One byte of the database file is another. */
class AuditBytesTest {

  /** In a copy of the file, because an open database would not see it. */
  @Test
  void namesEveryRowOfWhichOneByteInTheFileWasChanged(@TempDir Path other) throws IOException {
    Path copied = other.resolve("audit.db");
    try (TestStore writer = TestStore.open(copied)) {
      AuditFile.write(writer, 26);
    }
    byte[] bytes = Files.readAllBytes(copied);
    List<String> columns =
        List.of(
            "at",
            "actor_kind",
            "actor-",
            "203.0.113.",
            "request-",
            "test.mark.",
            "target-",
            "{\"was\":\"",
            "{\"is\":\"",
            "done",
            "key_id",
            "mac");
    for (int i = 0; i < columns.size(); i++) {
      flip(bytes, 2 * i + 2, columns.get(i));
    }
    Files.write(copied, bytes);
    try (TestStore reader = TestStore.open(copied)) {
      List<Long> rows =
          reader.bean(AuditTrail.class).verify().problems().stream()
              .filter(problem -> problem.row() != null)
              .map(AuditProblem::row)
              .toList();
      assertEquals(List.of(2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L, 18L, 20L, 22L, 24L), rows);
    }
  }

  /**
   * The values of a row stand in the file in the order of its columns, perhaps more than once:
   * parts of a page that are no longer used keep what they held.
   */
  private static void flip(byte[] bytes, int row, String column) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String first = "consoleactor-%02d".formatted(row);
    String last = "{\"is\":\"after-%02d\"}".formatted(row);
    int flipped = 0;
    for (int end = text.indexOf(last); end >= 0; end = text.indexOf(last, end + 1)) {
      bytes[place(text, text.lastIndexOf(first, end), end, column)] ^= 1;
      flipped++;
    }
    assertTrue(flipped > 0, last);
  }

  private static int place(String text, int start, int end, String column) {
    return switch (column) {
      case "at" -> start - 1;
      case "actor_kind" -> start + 2;
      case "key_id" -> text.indexOf("done", end) + 4 + 3;
      case "mac" -> text.indexOf("done", end) + 4 + 16 + 7;
      default -> text.indexOf(column, start) + column.length() - 2;
    };
  }
}
