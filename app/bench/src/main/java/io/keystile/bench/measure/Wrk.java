package io.keystile.bench.measure;

import io.keystile.bench.server.Children;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs wrk with our script. */
public final class Wrk {

  private static final String THREADS = "2";

  private final Children children;
  private final Path script;
  private final int connections;

  /**
   * @param script the script that sends keys
   * @param connections how many there are
   */
  public Wrk(Children children, Path script, int connections) {
    this.children = children;
    this.script = script;
    this.connections = connections;
  }

  /** The same with as many connections. */
  public Wrk over(int others) {
    return new Wrk(children, script, others);
  }

  /**
   * Sends the load for so long.
   *
   * @throws IOException when wrk failed, or one answer was not as it should be
   */
  WrkOutput run(Load load, Duration time) throws IOException, InterruptedException {
    String threads = connections == 1 ? "1" : THREADS;
    List<String> command =
        List.of(
            "wrk",
            "-t" + threads,
            "-c" + connections,
            "-d" + Math.max(1, time.toSeconds()) + "s",
            "-s" + script,
            load.server().at(load.path()).toString(),
            "--",
            load.keys().toString(),
            threads);
    Process wrk = children.start(new ProcessBuilder(command).redirectErrorStream(true));
    try {
      String text = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (wrk.waitFor() != 0) {
        throw new IOException("wrk failed: " + text);
      }
      WrkOutput output = WrkOutput.parse(text);
      output.requireAll(load.refused());
      return output;
    } catch (IOException e) {
      throw new IOException(load.name() + ": " + e.getMessage(), e);
    } finally {
      children.stop(wrk);
    }
  }
}
