package io.keystile.bench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code RESULTS.md}: a part that is written anew by each run, and the rest, kept by hand. */
public final class ResultsPage {

  static final String BEGIN = "<!-- figures: written by app/bench/run -->";
  static final String END = "<!-- end of figures -->";

  private final Path path;

  /** The page, which has to be there. */
  public ResultsPage(Path path) {
    this.path = path;
  }

  /**
   * Replaces the written part.
   *
   * @throws IOException when the page is not there or has no such part
   */
  public void put(Map<String, RunResult> runs) throws IOException {
    String page = Files.readString(path);
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException("RESULTS.md has lost the marks around its figures");
    }
    String before = page.substring(0, begin + BEGIN.length());
    Files.writeString(path, before + "\n\n" + written(runs) + page.substring(end));
  }

  private static String written(Map<String, RunResult> runs) {
    StringBuilder text = new StringBuilder();
    runs.forEach((java, run) -> text.append(section(java, run)));
    return text.toString();
  }

  private static String section(String java, RunResult run) {
    Machine machine = run.machine();
    return """
    ### Java %s

    JDK %s, %d cores, %d MiB of memory, %s.

    %s
    %s
    <details><summary>Details</summary>

    %s
    </details>

    """
        .formatted(
            java,
            machine.jdk(),
            machine.cores(),
            machine.memoryMib(),
            machine.system(),
            Table.of(run.suites()),
            Table.problems(run.suites()),
            details(run));
  }

  private static String details(RunResult run) {
    StringBuilder text = new StringBuilder("| suite | what | value |\n|---|---|--:|\n");
    run.suites()
        .forEach(
            (suite, result) -> {
              text.append(
                  "| %s | %s, seconds it took | %s |%n"
                      .formatted(suite, result.date(), Math.round(result.seconds())));
              result
                  .details()
                  .forEach(
                      (name, value) ->
                          text.append(
                              "| %s | `%s` | %s |%n".formatted(suite, name, Table.number(value))));
            });
    return text.toString();
  }
}
