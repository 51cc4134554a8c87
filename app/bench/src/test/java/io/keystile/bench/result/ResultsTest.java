package io.keystile.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

  private static final Machine MACHINE = new Machine("17.0.1", 2, 4096, "Linux amd64");

  @TempDir Path folder;

  @Test
  void runOfOneJavaKeepsTheOther() throws IOException {
    ResultsFile file = new ResultsFile(folder.resolve("results.json"));
    file.put("17", run("guard", good(0.9)));
    Map<String, RunResult> all = file.put("25", run("guard", good(0.8)));
    assertEquals(0.9, figure(all, "17", "guard"));
    assertEquals(0.8, figure(all, "25", "guard"));
  }

  @Test
  void suiteThatWasNotRunAgainIsKept() throws IOException {
    ResultsFile file = new ResultsFile(folder.resolve("results.json"));
    file.put("17", run("guard", good(0.9)));
    Map<String, RunResult> all = file.put("17", run("cold", good(0.4)));
    assertEquals(0.9, figure(all, "17", "guard"));
    assertEquals(0.4, figure(all, "17", "cold"));
  }

  @Test
  void failureDoesNotReplaceFigures() throws IOException {
    ResultsFile file = new ResultsFile(folder.resolve("results.json"));
    file.put("17", run("guard", good(0.9)));
    Map<String, RunResult> all =
        file.put("17", run("guard", SuiteResult.failed("2026-12-01", 1, "no wrk")));
    assertEquals(0.9, figure(all, "17", "guard"));
  }

  @Test
  void pageWithoutMarksIsLeftAlone() throws IOException {
    Path page = Files.writeString(folder.resolve("RESULTS.md"), "by hand");
    ResultsPage results = new ResultsPage(page);
    assertThrows(IOException.class, () -> results.put(Map.of("17", run("guard", good(0.9)))));
    assertEquals("by hand", Files.readString(page));
  }

  @Test
  void whatIsKeptByHandStays() throws IOException {
    String before = "above\n" + ResultsPage.BEGIN + "\nold\n" + ResultsPage.END + "\nbelow";
    Path page = Files.writeString(folder.resolve("RESULTS.md"), before);
    new ResultsPage(page).put(Map.of("17", run("guard", good(0.9))));
    String after = Files.readString(page);
    assertTrue(after.startsWith("above\n") && after.endsWith("\nbelow"));
    assertTrue(after.contains("| `guarded_throughput_ratio`") && !after.contains("\nold\n"));
  }

  @Test
  void tableHasEveryTargetAndSaysWhatWasNotRun() {
    String table = Table.of(Map.of("guard", good(0.94)));
    Targets.ALL.forEach(target -> assertTrue(table.contains("`" + target.name() + "`")));
    assertTrue(line(table, "guarded_throughput_ratio").contains("met"));
    assertTrue(line(table, "stale_accepts").contains("not run"));
    assertFalse(line(table, "guarded_throughput_ratio").contains("not run"));
  }

  private static String line(String table, String name) {
    return table.lines().filter(line -> line.contains("`" + name + "`")).findFirst().orElseThrow();
  }

  private static RunResult run(String suite, SuiteResult result) {
    return new RunResult(MACHINE, Map.of(suite, result));
  }

  private static SuiteResult good(double value) {
    Findings findings = new Findings().figure("guarded_throughput_ratio", value);
    return SuiteResult.of("2026-11-30", 60, findings);
  }

  private static @Nullable Double figure(Map<String, RunResult> all, String java, String suite) {
    RunResult run = Objects.requireNonNull(all.get(java));
    SuiteResult result = Objects.requireNonNull(run.suites().get(suite));
    return result.figures().get("guarded_throughput_ratio");
  }
}
