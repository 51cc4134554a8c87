package io.keystile.bench.suite;

import io.keystile.bench.measure.Rounds;
import io.keystile.bench.server.Children;
import io.keystile.bench.server.JavaProgram;
import io.keystile.bench.server.Probe;
import io.keystile.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What suites work with.
 *
 * @param root the folder of the project
 * @param scratch a folder that is removed at the end
 * @param children starts processes
 * @param rounds takes samples
 * @param quick whether the run is the short one, which leaves out peers
 * @param log is told what goes on
 */
public record Lab(
    Path root,
    Path scratch,
    Children children,
    Rounds rounds,
    boolean quick,
    Consumer<String> log) {

  private static final int JAVA_WITH_WARNINGS = 24;
  private static final long MOST_OUTPUT = 10_000_000;

  /** The options of every server that is compared with another. */
  public List<String> options() {
    List<String> options = new ArrayList<>(List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC"));
    options.addAll(switches());
    return options;
  }

  /** What newer virtual machines have to be told so that they do not warn. */
  public List<String> switches() {
    return Runtime.version().feature() < JAVA_WITH_WARNINGS
        ? List.of()
        : List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  }

  /** The server without keys. */
  public JavaProgram bare() throws IOException {
    return program("bare", "BareServer");
  }

  /** The server with the library in it, and these keys. */
  public JavaProgram guarded(Keys keys) throws IOException {
    return program("guarded", "GuardedServer")
        .with("keystile.db", keys.database().toString())
        .with("keystile.brute-force.enabled", "false");
  }

  /** The server with Micronaut Security in it. */
  public JavaProgram security(Keys keys) throws IOException {
    return program("security", "SecurityServer").with("bench.keys", keys.known().toString());
  }

  /** A program of the benchmark. */
  public JavaProgram program(String module, String mainClass) throws IOException {
    Path folder = root.resolve("app/bench").resolve(module);
    return JavaProgram.of(folder, "io.keystile.bench." + module + "." + mainClass, options());
  }

  /** Starts a server and waits until it answers. */
  public ServerProcess start(JavaProgram program) throws IOException, InterruptedException {
    return start(program, Probe.ANY);
  }

  /** Starts a server and waits until the probe is content. */
  public ServerProcess start(JavaProgram program, Probe probe)
      throws IOException, InterruptedException {
    return ServerProcess.start(children, program, probe, newLog());
  }

  /**
   * Runs a command to its end.
   *
   * @return what it wrote
   * @throws IOException when it ended with another code than 0
   */
  public String output(List<String> command) throws IOException, InterruptedException {
    Path log = newLog();
    Process process =
        children.start(
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()));
    try {
      int exitCode = process.waitFor();
      if (Files.size(log) > MOST_OUTPUT) {
        throw new IOException(
            "A measurement wrote " + Files.size(log) + " bytes instead of figures");
      }
      if (exitCode != 0) {
        throw new IOException("A measurement failed:\n" + Files.readString(log));
      }
      return Files.readString(log);
    } finally {
      children.stop(process);
    }
  }

  /** A file for the output of a process. */
  public Path newLog() throws IOException {
    return Files.createTempFile(scratch, "output", ".log");
  }

  /** Makes a database with keys. */
  public Keys seed(Seed seed) throws IOException, InterruptedException {
    return seed.make(this);
  }
}
