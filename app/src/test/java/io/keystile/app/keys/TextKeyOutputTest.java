package io.keystile.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.app.Program;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.keys.ImportReport;
import io.keystile.auth.keys.ImportReport.Line;
import io.keystile.auth.keys.ImportReport.Outcome;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextKeyOutputTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final TextKeyOutput output =
      new TextKeyOutput(
          Program.in(Path.of(".")).streams(out, err), ids -> Map.of(), Clock.systemUTC());

  @Test
  void reportsAnImportLineByLine() {
    output.imported(
        new ImportReport(
            List.of(
                new Line(1, Outcome.ADDED, new ApiKeyId("key_1"), "Shorter than it should be."),
                new Line(3, Outcome.ALREADY_THERE, null, null),
                new Line(12, Outcome.REFUSED, null, "No key.")),
            true));
    assertEquals(
        List.of(
            "line 1   added          key_1  Shorter than it should be.",
            "line 3   already there",
            "line 12  refused        No key."),
        out.toString().lines().toList());
    assertEquals("1 added, 1 already there, 1 refused\n", err.toString());
  }
}
